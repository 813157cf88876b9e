import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121063149 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "delivery_slot" drop constraint if exists "delivery_slot_window_id_date_unique";`);
    this.addSql(`alter table if exists "delivery_district" drop constraint if exists "delivery_district_name_unique";`);
    this.addSql(`create table if not exists "delivery_district" ("id" text not null, "name" text not null, "priority" integer not null default 100, "is_active" boolean not null default true, "aliases" text[] not null default '{}', "postal_codes" text[] not null default '{}', "boundary" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "delivery_district_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_district_deleted_at" ON "delivery_district" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_delivery_district_name_unique" ON "delivery_district" ("name") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "delivery_slot" ("id" text not null, "district_id" text not null, "window_id" text not null, "date" text not null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "cutoff_at" timestamptz not null, "capacity_orders" integer not null, "reserved_orders" integer not null default 0, "price" numeric not null default 0, "is_open" boolean not null default true, "raw_price" jsonb not null default '{"value":"0","precision":20}', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "delivery_slot_pkey" primary key ("id"), constraint CK_delivery_slot_reserved check (reserved_orders >= 0), constraint CK_delivery_slot_capacity check (capacity_orders >= 0));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_slot_district_id" ON "delivery_slot" ("district_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_slot_deleted_at" ON "delivery_slot" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_delivery_slot_window_id_date_unique" ON "delivery_slot" ("window_id", "date") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_slot_district_id_starts_at" ON "delivery_slot" ("district_id", "starts_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_slot_date" ON "delivery_slot" ("date") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "delivery_booking" ("id" text not null, "slot_id" text not null, "cart_id" text null, "order_id" text null, "status" text check ("status" in ('held', 'committed', 'booked', 'delivered', 'released')) not null default 'held', "expires_at" timestamptz null, "committed_at" timestamptz null, "booked_at" timestamptz null, "delivered_at" timestamptz null, "released_at" timestamptz null, "release_reason" text null, "tracking_token_hash" text null, "tracking_token" text null, "tracking_expires_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "delivery_booking_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_booking_slot_id" ON "delivery_booking" ("slot_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_booking_deleted_at" ON "delivery_booking" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_delivery_booking_active_cart" ON "delivery_booking" ("cart_id") WHERE status <> 'released' AND cart_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_delivery_booking_active_order" ON "delivery_booking" ("order_id") WHERE status <> 'released' AND order_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_booking_held_expires" ON "delivery_booking" ("expires_at") WHERE status = 'held' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_booking_committed" ON "delivery_booking" ("committed_at") WHERE status = 'committed' AND deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_delivery_booking_tracking" ON "delivery_booking" ("tracking_token_hash") WHERE tracking_token_hash IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "delivery_window" ("id" text not null, "district_id" text not null, "weekday" integer not null, "starts_at" text not null, "ends_at" text not null, "capacity_orders" integer not null, "lead_days" integer not null default 0, "cutoff_time" text not null, "price" numeric not null default 0, "is_active" boolean not null default true, "raw_price" jsonb not null default '{"value":"0","precision":20}', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "delivery_window_pkey" primary key ("id"), constraint CK_delivery_window_weekday check (weekday between 1 and 7), constraint CK_delivery_window_capacity check (capacity_orders >= 0), constraint CK_delivery_window_lead check (lead_days >= 0));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_window_district_id" ON "delivery_window" ("district_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_window_deleted_at" ON "delivery_window" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "delivery_slot" add constraint "delivery_slot_district_id_foreign" foreign key ("district_id") references "delivery_district" ("id") on update cascade;`);

    this.addSql(`alter table if exists "delivery_booking" add constraint "delivery_booking_slot_id_foreign" foreign key ("slot_id") references "delivery_slot" ("id") on update cascade;`);

    this.addSql(`alter table if exists "delivery_window" add constraint "delivery_window_district_id_foreign" foreign key ("district_id") references "delivery_district" ("id") on update cascade on delete cascade;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "delivery_slot" drop constraint if exists "delivery_slot_district_id_foreign";`);

    this.addSql(`alter table if exists "delivery_window" drop constraint if exists "delivery_window_district_id_foreign";`);

    this.addSql(`alter table if exists "delivery_booking" drop constraint if exists "delivery_booking_slot_id_foreign";`);

    this.addSql(`drop table if exists "delivery_district" cascade;`);

    this.addSql(`drop table if exists "delivery_slot" cascade;`);

    this.addSql(`drop table if exists "delivery_booking" cascade;`);

    this.addSql(`drop table if exists "delivery_window" cascade;`);
  }

}
