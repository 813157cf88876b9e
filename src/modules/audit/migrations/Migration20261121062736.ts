import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121062736 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "audit_entry" ("id" text not null, "actor_type" text not null, "actor_id" text not null, "action" text not null, "resource_type" text not null, "resource_id" text not null, "details" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "audit_entry_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_audit_entry_deleted_at" ON "audit_entry" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_audit_entry_resource" ON "audit_entry" ("resource_type", "resource_id", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_audit_entry_actor" ON "audit_entry" ("actor_id", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_audit_entry_action" ON "audit_entry" ("action", "id") WHERE deleted_at IS NULL;`);

    // By hand: the generator knows neither descending indexes nor triggers.
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_audit_entry_created_at" ON "audit_entry" ("created_at" DESC, "id" DESC) WHERE deleted_at IS NULL;`);
    this.addSql(`
      create or replace function audit_entry_append_only() returns trigger as $$
      begin
        raise exception 'audit_entry is append-only: % of % refused', tg_op, old.id
          using errcode = 'restrict_violation',
                hint = 'Append an entry that corrects the earlier one.';
      end;
      $$ language plpgsql;
    `);
    this.addSql(`drop trigger if exists audit_entry_append_only on "audit_entry";`);
    this.addSql(`create trigger audit_entry_append_only before update or delete on "audit_entry" for each row execute function audit_entry_append_only();`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "audit_entry" cascade;`);
    this.addSql(`drop function if exists audit_entry_append_only();`);
  }

}
