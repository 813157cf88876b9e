import { model } from "@medusajs/framework/utils"

/**
 * The cash ledger: what drivers took at doors. The database refuses to change
 * or remove an entry; a correction is another entry.
 */
export const DeliveryCashEntry = model
  .define("delivery_cash_entry", {
    id: model.id({ prefix: "dcash" }).primaryKey(),
    /** Natural key of what happened, for example `collected:<stop>`. */
    key: model.text(),
    kind: model.enum(["collected"]).default("collected"),
    driver_id: model.text(),
    route_id: model.text(),
    stop_id: model.text(),
    booking_id: model.text(),
    order_id: model.text(),
    currency_code: model.text(),
    /** What stays in the driver's till, major units. */
    amount: model.bigNumber(),
    due: model.bigNumber(),
    tendered: model.bigNumber(),
    change_given: model.bigNumber(),
  })
  .indexes([
    { on: ["key"], unique: true },
    { on: ["stop_id"] },
    { on: ["driver_id", "created_at"] },
    { on: ["route_id"] },
  ])
