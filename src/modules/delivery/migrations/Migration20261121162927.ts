import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121162927 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "delivery_booking_product" drop constraint if exists "delivery_booking_product_booking_id_product_id_unique";`);
    this.addSql(`alter table if exists "delivery_product_rule" drop constraint if exists "delivery_product_rule_product_id_unique";`);
    this.addSql(`alter table if exists "delivery_product_day" drop constraint if exists "delivery_product_day_product_id_date_unique";`);
    this.addSql(`alter table if exists "delivery_geocode" drop constraint if exists "delivery_geocode_key_unique";`);
    this.addSql(`alter table if exists "delivery_calendar_feed" drop constraint if exists "delivery_calendar_feed_token_hash_unique";`);
    this.addSql(`create table if not exists "delivery_calendar_feed" ("id" text not null, "name" text not null, "district_id" text null, "token_hash" text not null, "token" text not null, "read_at" timestamptz null, "revoked_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "delivery_calendar_feed_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_calendar_feed_deleted_at" ON "delivery_calendar_feed" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_delivery_calendar_feed_token_hash_unique" ON "delivery_calendar_feed" ("token_hash") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "delivery_exception" ("id" text not null, "name" text not null, "kind" text check ("kind" in ('closed', 'changed', 'extra')) not null, "district_id" text null, "window_id" text null, "starts_on" text not null, "ends_on" text not null, "repeats_yearly" boolean not null default false, "starts_at" text null, "ends_at" text null, "cutoff_time" text null, "lead_days" integer null, "capacity_orders" integer null, "capacity_weight_grams" integer null, "capacity_minutes" integer null, "price" numeric null, "raw_price" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "delivery_exception_pkey" primary key ("id"), constraint CK_delivery_exception_days check (starts_on <= ends_on));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_exception_deleted_at" ON "delivery_exception" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_exception_ends_on" ON "delivery_exception" ("ends_on") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "delivery_geocode" ("id" text not null, "key" text not null, "lat" real null, "lng" real null, "asked_at" timestamptz not null, "expires_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "delivery_geocode_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_geocode_deleted_at" ON "delivery_geocode" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_delivery_geocode_key_unique" ON "delivery_geocode" ("key") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_geocode_expires_at" ON "delivery_geocode" ("expires_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "delivery_grouping" ("id" text not null, "status" text check ("status" in ('proposed', 'accepted', 'dismissed')) not null default 'proposed', "starts_on" text not null, "ends_on" text not null, "metres_before" integer not null, "metres_after" integer not null, "moves" jsonb not null, "decided_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "delivery_grouping_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_grouping_deleted_at" ON "delivery_grouping" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_grouping_status" ON "delivery_grouping" ("status") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "delivery_product_day" ("id" text not null, "product_id" text not null, "date" text not null, "reserved" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "delivery_product_day_pkey" primary key ("id"), constraint CK_delivery_product_day_reserved check (reserved >= 0));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_product_day_deleted_at" ON "delivery_product_day" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_delivery_product_day_product_id_date_unique" ON "delivery_product_day" ("product_id", "date") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "delivery_product_rule" ("id" text not null, "product_id" text not null, "is_preorder" boolean not null default false, "lead_days" integer not null default 0, "available_from" text null, "available_until" text null, "weekdays" text[] not null default '{}', "dates" text[] not null default '{}', "blackouts" text[] not null default '{}', "daily_capacity" integer null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "delivery_product_rule_pkey" primary key ("id"), constraint CK_delivery_product_rule_lead check (lead_days >= 0), constraint CK_delivery_product_rule_capacity check (daily_capacity >= 0));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_product_rule_deleted_at" ON "delivery_product_rule" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_delivery_product_rule_product_id_unique" ON "delivery_product_rule" ("product_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "delivery_setting" ("id" text not null, "value" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "delivery_setting_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_setting_deleted_at" ON "delivery_setting" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "delivery_booking_product" ("id" text not null, "booking_id" text not null, "product_id" text not null, "date" text not null, "quantity" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "delivery_booking_product_pkey" primary key ("id"), constraint CK_delivery_booking_product_quantity check (quantity > 0));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_booking_product_booking_id" ON "delivery_booking_product" ("booking_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_booking_product_deleted_at" ON "delivery_booking_product" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_delivery_booking_product_booking_id_product_id_unique" ON "delivery_booking_product" ("booking_id", "product_id") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "delivery_booking_product" add constraint "delivery_booking_product_booking_id_foreign" foreign key ("booking_id") references "delivery_booking" ("id") on update cascade;`);

    this.addSql(`alter table if exists "delivery_district" add column if not exists "stop_minutes" integer not null default 10, add column if not exists "rates" jsonb null, add column if not exists "cash_limit" numeric null, add column if not exists "raw_cash_limit" jsonb null;`);

    this.addSql(`alter table if exists "delivery_slot" add column if not exists "capacity_weight_grams" integer null, add column if not exists "reserved_weight_grams" integer not null default 0, add column if not exists "capacity_minutes" integer null, add column if not exists "reserved_minutes" integer not null default 0, add column if not exists "minimum_order" numeric null, add column if not exists "free_over" numeric null, add column if not exists "early_group_ids" text[] not null default '{}', add column if not exists "opens_at" timestamptz null, add column if not exists "raw_minimum_order" jsonb null, add column if not exists "raw_free_over" jsonb null;`);
    this.addSql(`alter table if exists "delivery_slot" add constraint CK_delivery_slot_reserved_load check(reserved_weight_grams >= 0 and reserved_minutes >= 0);`);

    this.addSql(`alter table if exists "delivery_booking" add column if not exists "weight_grams" integer not null default 0, add column if not exists "minutes" integer not null default 0;`);

    this.addSql(`alter table if exists "delivery_window" add column if not exists "capacity_weight_grams" integer null, add column if not exists "capacity_minutes" integer null, add column if not exists "minimum_order" numeric null, add column if not exists "free_over" numeric null, add column if not exists "early_group_ids" text[] not null default '{}', add column if not exists "public_days" integer null, add column if not exists "raw_minimum_order" jsonb null, add column if not exists "raw_free_over" jsonb null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "delivery_calendar_feed" cascade;`);

    this.addSql(`drop table if exists "delivery_exception" cascade;`);

    this.addSql(`drop table if exists "delivery_geocode" cascade;`);

    this.addSql(`drop table if exists "delivery_grouping" cascade;`);

    this.addSql(`drop table if exists "delivery_product_day" cascade;`);

    this.addSql(`drop table if exists "delivery_product_rule" cascade;`);

    this.addSql(`drop table if exists "delivery_setting" cascade;`);

    this.addSql(`drop table if exists "delivery_booking_product" cascade;`);

    this.addSql(`alter table if exists "delivery_district" drop column if exists "stop_minutes", drop column if exists "rates", drop column if exists "cash_limit", drop column if exists "raw_cash_limit";`);

    this.addSql(`alter table if exists "delivery_slot" drop constraint if exists CK_delivery_slot_reserved_load;`);
    this.addSql(`alter table if exists "delivery_slot" drop column if exists "capacity_weight_grams", drop column if exists "reserved_weight_grams", drop column if exists "capacity_minutes", drop column if exists "reserved_minutes", drop column if exists "minimum_order", drop column if exists "free_over", drop column if exists "early_group_ids", drop column if exists "opens_at", drop column if exists "raw_minimum_order", drop column if exists "raw_free_over";`);

    this.addSql(`alter table if exists "delivery_booking" drop column if exists "weight_grams", drop column if exists "minutes";`);

    this.addSql(`alter table if exists "delivery_window" drop column if exists "capacity_weight_grams", drop column if exists "capacity_minutes", drop column if exists "minimum_order", drop column if exists "free_over", drop column if exists "early_group_ids", drop column if exists "public_days", drop column if exists "raw_minimum_order", drop column if exists "raw_free_over";`);
  }

}
