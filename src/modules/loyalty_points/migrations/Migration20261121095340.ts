import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121095340 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "loyalty_program" drop constraint if exists "loyalty_program_code_unique";`);
    this.addSql(`alter table if exists "loyalty_account" drop constraint if exists "loyalty_account_customer_id_unique";`);
    this.addSql(`create table if not exists "loyalty_account" ("id" text not null, "customer_id" text not null, "balance" integer not null default 0, "owed" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "loyalty_account_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_loyalty_account_customer_id_unique" ON "loyalty_account" ("customer_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_loyalty_account_deleted_at" ON "loyalty_account" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "loyalty_adjustment" ("id" text not null, "account_id" text not null, "points" integer not null, "reason" text not null, "idempotency_key" text not null, "actor_type" text not null, "actor_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "loyalty_adjustment_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_loyalty_adjustment_account_id" ON "loyalty_adjustment" ("account_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_loyalty_adjustment_deleted_at" ON "loyalty_adjustment" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_loyalty_adjustment_key" ON "loyalty_adjustment" ("idempotency_key") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "loyalty_entry" ("id" text not null, "account_id" text not null, "kind" text check ("kind" in ('earn', 'redeem', 'reverse', 'return', 'expire', 'adjust')) not null, "points" integer not null, "key" text not null, "reference_type" text not null, "reference_id" text not null, "order_id" text null, "reverses_id" text null, "available_at" timestamptz null, "expires_at" timestamptz null, "detail" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "loyalty_entry_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_loyalty_entry_account_id" ON "loyalty_entry" ("account_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_loyalty_entry_deleted_at" ON "loyalty_entry" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_loyalty_entry_key" ON "loyalty_entry" ("key") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_loyalty_entry_order" ON "loyalty_entry" ("order_id") WHERE order_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_loyalty_entry_reverses" ON "loyalty_entry" ("reverses_id") WHERE reverses_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_loyalty_entry_earned" ON "loyalty_entry" ("created_at", "id") WHERE kind = 'earn' AND deleted_at IS NULL;`);

    // By hand: the generator knows neither descending indexes nor triggers.
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_loyalty_entry_newest" ON "loyalty_entry" ("account_id", "created_at" DESC, "id" DESC) WHERE deleted_at IS NULL;`);
    this.addSql(`
      create or replace function loyalty_entry_append_only() returns trigger as $$
      begin
        raise exception 'loyalty_entry is append-only: % of % refused', tg_op, old.id
          using errcode = 'restrict_violation',
                hint = 'Append an entry that corrects the earlier one.';
      end;
      $$ language plpgsql;
    `);
    this.addSql(`drop trigger if exists loyalty_entry_append_only on "loyalty_entry";`);
    this.addSql(`create trigger loyalty_entry_append_only before update or delete on "loyalty_entry" for each row execute function loyalty_entry_append_only();`);

    this.addSql(`create table if not exists "loyalty_lot" ("id" text not null, "account_id" text not null, "entry_id" text not null, "points" integer not null, "remaining" integer not null, "available_at" timestamptz not null, "expires_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "loyalty_lot_pkey" primary key ("id"), constraint CK_loyalty_lot_remaining check (remaining between 0 and points));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_loyalty_lot_account_id" ON "loyalty_lot" ("account_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_loyalty_lot_entry_id" ON "loyalty_lot" ("entry_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_loyalty_lot_deleted_at" ON "loyalty_lot" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_loyalty_lot_left" ON "loyalty_lot" ("account_id", "expires_at") WHERE remaining > 0 AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_loyalty_lot_expires" ON "loyalty_lot" ("expires_at") WHERE remaining > 0 AND expires_at IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "loyalty_lot_use" ("id" text not null, "lot_id" text not null, "entry_id" text not null, "points" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "loyalty_lot_use_pkey" primary key ("id"), constraint CK_loyalty_lot_use_points check (points > 0));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_loyalty_lot_use_lot_id" ON "loyalty_lot_use" ("lot_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_loyalty_lot_use_entry_id" ON "loyalty_lot_use" ("entry_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_loyalty_lot_use_deleted_at" ON "loyalty_lot_use" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "loyalty_program" ("id" text not null, "code" text not null default 'default', "is_active" boolean not null default false, "active_since" timestamptz null, "points_per_unit" numeric not null default 1, "rounding" text check ("rounding" in ('order', 'line')) not null default 'order', "return_window_days" integer not null default 14, "expiry_months" integer null, "raw_points_per_unit" jsonb not null default '{"value":"1","precision":20}', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "loyalty_program_pkey" primary key ("id"), constraint CK_loyalty_program_window check (return_window_days between 0 and 365), constraint CK_loyalty_program_expiry check (expiry_months is null or expiry_months > 0));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_loyalty_program_code_unique" ON "loyalty_program" ("code") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_loyalty_program_deleted_at" ON "loyalty_program" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "loyalty_adjustment" add constraint "loyalty_adjustment_account_id_foreign" foreign key ("account_id") references "loyalty_account" ("id") on update cascade;`);

    this.addSql(`alter table if exists "loyalty_entry" add constraint "loyalty_entry_account_id_foreign" foreign key ("account_id") references "loyalty_account" ("id") on update cascade;`);

    this.addSql(`alter table if exists "loyalty_lot" add constraint "loyalty_lot_account_id_foreign" foreign key ("account_id") references "loyalty_account" ("id") on update cascade;`);
    this.addSql(`alter table if exists "loyalty_lot" add constraint "loyalty_lot_entry_id_foreign" foreign key ("entry_id") references "loyalty_entry" ("id") on update cascade;`);

    this.addSql(`alter table if exists "loyalty_lot_use" add constraint "loyalty_lot_use_lot_id_foreign" foreign key ("lot_id") references "loyalty_lot" ("id") on update cascade;`);
    this.addSql(`alter table if exists "loyalty_lot_use" add constraint "loyalty_lot_use_entry_id_foreign" foreign key ("entry_id") references "loyalty_entry" ("id") on update cascade;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "loyalty_adjustment" drop constraint if exists "loyalty_adjustment_account_id_foreign";`);

    this.addSql(`alter table if exists "loyalty_entry" drop constraint if exists "loyalty_entry_account_id_foreign";`);

    this.addSql(`alter table if exists "loyalty_lot" drop constraint if exists "loyalty_lot_account_id_foreign";`);

    this.addSql(`alter table if exists "loyalty_lot" drop constraint if exists "loyalty_lot_entry_id_foreign";`);

    this.addSql(`alter table if exists "loyalty_lot_use" drop constraint if exists "loyalty_lot_use_entry_id_foreign";`);

    this.addSql(`alter table if exists "loyalty_lot_use" drop constraint if exists "loyalty_lot_use_lot_id_foreign";`);

    this.addSql(`drop table if exists "loyalty_account" cascade;`);

    this.addSql(`drop table if exists "loyalty_adjustment" cascade;`);

    this.addSql(`drop table if exists "loyalty_entry" cascade;`);

    this.addSql(`drop table if exists "loyalty_lot" cascade;`);

    this.addSql(`drop table if exists "loyalty_lot_use" cascade;`);

    this.addSql(`drop table if exists "loyalty_program" cascade;`);
    this.addSql(`drop function if exists loyalty_entry_append_only();`);
  }

}
