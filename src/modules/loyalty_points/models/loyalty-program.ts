import { model } from "@medusajs/framework/utils"

/** The rules by which points are earned. One row, whose code is `default`. */
export const LoyaltyProgram = model
  .define("loyalty_program", {
    id: model.id({ prefix: "lprog" }).primaryKey(),
    code: model.text().unique().default("default"),
    is_active: model.boolean().default(false),
    /** When it was last switched on: what was ordered before earns nothing. */
    active_since: model.dateTime().nullable(),
    /** Points for one major unit of the order's currency. */
    points_per_unit: model.bigNumber().default(1),
    /** Where fractions are dropped: once over the order, or on every line. */
    rounding: model.enum(["order", "line"]).default("order"),
    /** Points can be spent once so many days have passed since the order. */
    return_window_days: model.number().default(14),
    /** How long points last, in months; null for ever. */
    expiry_months: model.number().nullable(),
  })
  .checks([
    {
      name: "CK_loyalty_program_window",
      expression: "return_window_days between 0 and 365",
    },
    {
      name: "CK_loyalty_program_expiry",
      expression: "expiry_months is null or expiry_months > 0",
    },
  ])
