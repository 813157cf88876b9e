import { model } from "@medusajs/framework/utils"

/**
 * Days that are not like their weekday. `closed`: nothing is sold. `changed`:
 * what is named here replaces what the window says. `extra`: a window of its own
 * on these days.
 */
export const DeliveryException = model
  .define("delivery_exception", {
    id: model.id({ prefix: "dexc" }).primaryKey(),
    name: model.text().searchable(),
    kind: model.enum(["closed", "changed", "extra"]),
    /** Null for every district. */
    district_id: model.text().nullable(),
    /** Null for every window of the district. */
    window_id: model.text().nullable(),
    /** First and last day, `YYYY-MM-DD` in the shop's zone. */
    starts_on: model.text(),
    ends_on: model.text(),
    /** The same days of every year from then on, as a holiday. */
    repeats_yearly: model.boolean().default(false),
    /** `HH:MM`; of an extra window, or instead of the window's. */
    starts_at: model.text().nullable(),
    ends_at: model.text().nullable(),
    cutoff_time: model.text().nullable(),
    lead_days: model.number().nullable(),
    capacity_orders: model.number().nullable(),
    capacity_weight_grams: model.number().nullable(),
    capacity_minutes: model.number().nullable(),
    /** Major units of the cart's currency. */
    price: model.bigNumber().nullable(),
  })
  .checks([
    {
      name: "CK_delivery_exception_days",
      expression: (columns) => `${columns.starts_on} <= ${columns.ends_on}`,
    },
  ])
  .indexes([{ on: ["ends_on"] }])
