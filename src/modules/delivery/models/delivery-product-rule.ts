import { model } from "@medusajs/framework/utils"

/** On which days a product can be delivered, and how many of it a day. */
export const DeliveryProductRule = model
  .define("delivery_product_rule", {
    id: model.id({ prefix: "dprr" }).primaryKey(),
    product_id: model.text(),
    /** Sold for dates ahead: the storefront says so. */
    is_preorder: model.boolean().default(false),
    /** Whole days between the order's day and the delivery's, at least. */
    lead_days: model.number().default(0),
    /** First and last day of delivery, `YYYY-MM-DD` in the shop's zone. */
    available_from: model.text().nullable(),
    available_until: model.text().nullable(),
    /** ISO weekdays as text, Monday is 1; every day when empty. */
    weekdays: model.array().default([]),
    /** The only days of delivery; every day when empty. */
    dates: model.array().default([]),
    /** Days without delivery: `YYYY-MM-DD`, or `YYYY-MM-DD/YYYY-MM-DD`. */
    blackouts: model.array().default([]),
    /** Pieces a day, over all districts; null for no limit. */
    daily_capacity: model.number().nullable(),
  })
  .checks([
    {
      name: "CK_delivery_product_rule_lead",
      expression: (columns) => `${columns.lead_days} >= 0`,
    },
    {
      name: "CK_delivery_product_rule_capacity",
      expression: (columns) => `${columns.daily_capacity} >= 0`,
    },
  ])
  .indexes([{ on: ["product_id"], unique: true, where: "deleted_at IS NULL" }])
