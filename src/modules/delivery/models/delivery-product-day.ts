import { model } from "@medusajs/framework/utils"

/** Pieces of a product that are sold for a day: moves only with its bookings. */
export const DeliveryProductDay = model
  .define("delivery_product_day", {
    id: model.id({ prefix: "dprd" }).primaryKey(),
    product_id: model.text(),
    /** `YYYY-MM-DD` in the shop's zone. */
    date: model.text(),
    reserved: model.number().default(0),
  })
  .checks([
    {
      name: "CK_delivery_product_day_reserved",
      expression: (columns) => `${columns.reserved} >= 0`,
    },
  ])
  .indexes([{ on: ["product_id", "date"], unique: true }])
