import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121062735 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "reconciler_run" drop constraint if exists "reconciler_run_name_tick_unique";`);
    this.addSql(`alter table if exists "outbox_message" drop constraint if exists "outbox_message_kind_key_unique";`);
    this.addSql(`create table if not exists "outbox_message" ("id" text not null, "kind" text not null, "key" text not null, "payload" jsonb not null, "status" text check ("status" in ('pending', 'sending', 'sent', 'failed')) not null default 'pending', "attempts" integer not null default 0, "next_attempt_at" timestamptz not null, "locked_until" timestamptz null, "lease_id" text null, "last_error" text null, "sent_at" timestamptz null, "result" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "outbox_message_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_outbox_message_deleted_at" ON "outbox_message" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_outbox_message_kind_key_unique" ON "outbox_message" ("kind", "key");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_outbox_message_due" ON "outbox_message" ("next_attempt_at") WHERE status IN ('pending', 'sending') AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_outbox_message_sent_at" ON "outbox_message" ("sent_at") WHERE status = 'sent' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_outbox_message_status" ON "outbox_message" ("status", "id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "process_heartbeat" ("id" text not null, "role" text check ("role" in ('shared', 'server', 'worker')) not null, "hostname" text not null, "pid" integer not null, "version" text not null, "started_at" timestamptz not null, "seen_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "process_heartbeat_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_process_heartbeat_deleted_at" ON "process_heartbeat" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_process_heartbeat_seen_at" ON "process_heartbeat" ("seen_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "reconciler_run" ("id" text not null, "name" text not null, "tick" timestamptz not null, "started_at" timestamptz not null, "finished_at" timestamptz null, "found" integer not null default 0, "repaired" integer not null default 0, "error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "reconciler_run_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_reconciler_run_deleted_at" ON "reconciler_run" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_reconciler_run_name_tick_unique" ON "reconciler_run" ("name", "tick");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_reconciler_run_started_at" ON "reconciler_run" ("started_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "outbox_message" cascade;`);

    this.addSql(`drop table if exists "process_heartbeat" cascade;`);

    this.addSql(`drop table if exists "reconciler_run" cascade;`);
  }

}
