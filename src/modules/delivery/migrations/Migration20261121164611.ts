import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121164611 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_delivery_booking_order" ON "delivery_booking" ("order_id") WHERE order_id IS NOT NULL AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_delivery_booking_order";`);
  }

}
