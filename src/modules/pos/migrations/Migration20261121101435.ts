import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121101435 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "pos_product" drop constraint if exists "pos_product_connection_external_unique";`);
    this.addSql(`alter table if exists "pos_order" drop constraint if exists "pos_order_connection_external_unique";`);
    this.addSql(`alter table if exists "pos_order" drop constraint if exists "pos_order_connection_order_unique";`);
    this.addSql(`create table if not exists "pos_connection" ("id" text not null, "adapter" text not null, "name" text not null, "base_url" text not null, "credentials" text not null, "credentials_last_four" jsonb not null, "credentials_version" integer not null default 1, "stock_location_id" text null, "sales_channel_id" text not null, "settings" jsonb not null, "is_paused" boolean not null default false, "health" text check ("health" in ('unchecked', 'healthy', 'degraded', 'attention')) not null default 'unchecked', "failures" integer not null default 0, "last_error" text null, "last_error_at" timestamptz null, "last_ok_at" timestamptz null, "identity" jsonb null, "catalogue_claimed_at" timestamptz null, "catalogue_synced_at" timestamptz null, "orders_claimed_at" timestamptz null, "orders_polled_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pos_connection_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_connection_deleted_at" ON "pos_connection" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_connection_sales_channel" ON "pos_connection" ("sales_channel_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "pos_order" ("id" text not null, "connection_id" text not null, "order_id" text not null, "reference" text not null, "push_state" text check ("push_state" in ('waiting', 'sent', 'skipped', 'withdrawn')) not null default 'waiting', "lines" jsonb not null, "skipped_lines" jsonb not null, "request" text null, "submit_started_at" timestamptz null, "external_customer_id" text null, "external_id" text null, "external_transaction_id" text null, "sent_at" timestamptz null, "status" text check ("status" in ('received', 'preparing', 'arrived', 'ready', 'out_for_delivery', 'completed', 'cancelled', 'rejected')) null, "external_status" text null, "is_status_unknown" boolean not null default false, "status_reason" text null, "status_changed_at" timestamptz null, "polled_at" timestamptz null, "missing_since" timestamptz null, "closed_at" timestamptz null, "cancel_state" text check ("cancel_state" in ('none', 'requested', 'done', 'refused')) not null default 'none', "attention_code" text null, "attention" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pos_order_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_order_deleted_at" ON "pos_order" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pos_order_connection_order_unique" ON "pos_order" ("connection_id", "order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pos_order_connection_external_unique" ON "pos_order" ("connection_id", "external_id") WHERE external_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_order_order" ON "pos_order" ("order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_order_waiting" ON "pos_order" ("id") WHERE push_state = 'waiting' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_order_open" ON "pos_order" ("connection_id", "polled_at") WHERE push_state = 'sent' AND closed_at IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_order_living" ON "pos_order" ("id") WHERE push_state IN ('waiting', 'sent') AND closed_at IS NULL AND cancel_state = 'none' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_order_cancel" ON "pos_order" ("id") WHERE cancel_state = 'requested' AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "pos_product" ("id" text not null, "connection_id" text not null, "external_id" text not null, "sku" text null, "name" text not null, "variant_id" text null, "mapping" text check ("mapping" in ('sku', 'none', 'ambiguous')) not null default 'none', "seen_at" timestamptz not null, "missing_since" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pos_product_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_product_deleted_at" ON "pos_product" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pos_product_connection_external_unique" ON "pos_product" ("connection_id", "external_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_product_connection_sku" ON "pos_product" ("connection_id", "sku") WHERE sku IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_pos_product_connection_variant" ON "pos_product" ("connection_id", "variant_id") WHERE variant_id IS NOT NULL AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "pos_connection" cascade;`);

    this.addSql(`drop table if exists "pos_order" cascade;`);

    this.addSql(`drop table if exists "pos_product" cascade;`);
  }

}
