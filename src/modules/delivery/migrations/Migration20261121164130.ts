import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121164130 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "delivery_move" drop constraint if exists "delivery_move_booking_id_number_unique";`);
    this.addSql(`create table if not exists "delivery_move" ("id" text not null, "booking_id" text not null, "order_id" text not null, "number" integer not null, "from_slot_id" text not null, "to_slot_id" text not null, "actor_type" text not null, "actor_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "delivery_move_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_move_deleted_at" ON "delivery_move" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_delivery_move_booking_id_number_unique" ON "delivery_move" ("booking_id", "number") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_move_created_at" ON "delivery_move" ("created_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "delivery_move" cascade;`);
  }

}
