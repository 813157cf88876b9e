import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121095443 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "delivery_driver_action" drop constraint if exists "delivery_driver_action_route_id_key_unique";`
    )
    this.addSql(
      `alter table if exists "delivery_cash_entry" drop constraint if exists "delivery_cash_entry_key_unique";`
    )
    this.addSql(
      `create table if not exists "delivery_cash_entry" ("id" text not null, "key" text not null, "kind" text check ("kind" in ('collected')) not null default 'collected', "driver_id" text not null, "route_id" text not null, "stop_id" text not null, "booking_id" text not null, "order_id" text not null, "currency_code" text not null, "amount" numeric not null, "due" numeric not null, "tendered" numeric not null, "change_given" numeric not null, "raw_amount" jsonb not null, "raw_due" jsonb not null, "raw_tendered" jsonb not null, "raw_change_given" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "delivery_cash_entry_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_delivery_cash_entry_deleted_at" ON "delivery_cash_entry" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_delivery_cash_entry_key_unique" ON "delivery_cash_entry" ("key") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_delivery_cash_entry_stop_id" ON "delivery_cash_entry" ("stop_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_delivery_cash_entry_driver_id_created_at" ON "delivery_cash_entry" ("driver_id", "created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_delivery_cash_entry_route_id" ON "delivery_cash_entry" ("route_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "delivery_driver" ("id" text not null, "name" text not null, "phone" text null, "is_active" boolean not null default true, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "delivery_driver_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_delivery_driver_deleted_at" ON "delivery_driver" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "delivery_driver_action" ("id" text not null, "route_id" text not null, "key" text not null, "kind" text check ("kind" in ('start', 'arrived', 'delivered', 'failed', 'reopen')) not null, "stop_id" text null, "fingerprint" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "delivery_driver_action_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_delivery_driver_action_deleted_at" ON "delivery_driver_action" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_delivery_driver_action_route_id_key_unique" ON "delivery_driver_action" ("route_id", "key") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "delivery_route" ("id" text not null, "driver_id" text not null, "date" text not null, "status" text check ("status" in ('draft', 'published', 'started', 'finished', 'canceled')) not null default 'draft', "depot_lat" real null, "depot_lng" real null, "published_at" timestamptz null, "started_at" timestamptz null, "finished_at" timestamptz null, "canceled_at" timestamptz null, "link_token_hash" text null, "link_token" text null, "link_expires_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "delivery_route_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_delivery_route_driver_id" ON "delivery_route" ("driver_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_delivery_route_deleted_at" ON "delivery_route" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_delivery_route_date" ON "delivery_route" ("date") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_delivery_route_link" ON "delivery_route" ("link_token_hash") WHERE link_token_hash IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_delivery_route_started" ON "delivery_route" ("id") WHERE status = 'started' AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "delivery_stop" ("id" text not null, "route_id" text not null, "booking_id" text not null, "sequence" integer not null, "status" text check ("status" in ('pending', 'arrived', 'delivered', 'failed', 'removed')) not null default 'pending', "lat" real null, "lng" real null, "position" text check ("position" in ('address', 'district', 'none')) not null default 'none', "arrived_at" timestamptz null, "delivered_at" timestamptz null, "failed_at" timestamptz null, "removed_at" timestamptz null, "failure_reason" text null, "failure_note" text null, "settled_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "delivery_stop_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_delivery_stop_route_id" ON "delivery_stop" ("route_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_delivery_stop_booking_id" ON "delivery_stop" ("booking_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_delivery_stop_deleted_at" ON "delivery_stop" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_delivery_stop_route_id_sequence" ON "delivery_stop" ("route_id", "sequence") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_delivery_stop_living_booking" ON "delivery_stop" ("booking_id") WHERE status IN ('pending', 'arrived', 'delivered') AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_delivery_stop_unsettled" ON "delivery_stop" ("delivered_at") WHERE status = 'delivered' AND settled_at IS NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "delivery_route" add constraint "delivery_route_driver_id_foreign" foreign key ("driver_id") references "delivery_driver" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "delivery_stop" add constraint "delivery_stop_route_id_foreign" foreign key ("route_id") references "delivery_route" ("id") on update cascade;`
    )
    this.addSql(
      `alter table if exists "delivery_stop" add constraint "delivery_stop_booking_id_foreign" foreign key ("booking_id") references "delivery_booking" ("id") on update cascade;`
    )

    // By hand: the generator knows no triggers.
    this.addSql(`
      create or replace function delivery_cash_entry_append_only() returns trigger as $$
      begin
        raise exception 'delivery_cash_entry is append-only: % of % refused', tg_op, old.id
          using errcode = 'restrict_violation',
                hint = 'Append an entry that corrects the earlier one.';
      end;
      $$ language plpgsql;
    `)
    this.addSql(
      `drop trigger if exists delivery_cash_entry_append_only on "delivery_cash_entry";`
    )
    this.addSql(
      `create trigger delivery_cash_entry_append_only before update or delete on "delivery_cash_entry" for each row execute function delivery_cash_entry_append_only();`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "delivery_route" drop constraint if exists "delivery_route_driver_id_foreign";`
    )

    this.addSql(
      `alter table if exists "delivery_stop" drop constraint if exists "delivery_stop_route_id_foreign";`
    )

    this.addSql(`drop table if exists "delivery_cash_entry" cascade;`)

    this.addSql(`drop table if exists "delivery_driver" cascade;`)

    this.addSql(`drop table if exists "delivery_driver_action" cascade;`)

    this.addSql(`drop table if exists "delivery_route" cascade;`)

    this.addSql(`drop table if exists "delivery_stop" cascade;`)
    this.addSql(`drop function if exists delivery_cash_entry_append_only();`)
  }
}
