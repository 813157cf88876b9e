import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121073530 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "audit_entry" add column if not exists "key" text null;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_audit_entry_key" ON "audit_entry" ("key") WHERE key IS NOT NULL AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_audit_entry_key";`);
    this.addSql(`alter table if exists "audit_entry" drop column if exists "key";`);
  }

}
