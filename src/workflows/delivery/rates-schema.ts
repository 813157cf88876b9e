import { z } from "@medusajs/framework/zod"

import {
  DeliveryRates,
  MOST_GRAMS,
  MOST_MONEY,
  NO_RATES,
} from "../../modules/delivery/domain/rates"

const MOST_STEPS = 50
const MOST_GROUPS = 200

/** What a district's delivery costs beside the price of its windows, as it is stored. */
export const ratesSchema = z
  .object({
    weight_steps: z
      .array(
        z
          .object({
            /** The step counts from one gram more. */
            over_grams: z.int().min(0).max(MOST_GRAMS),
            /** Major units. */
            add: z.number().min(0).max(MOST_MONEY),
          })
          .strict()
      )
      .max(MOST_STEPS)
      .refine(
        (steps) =>
          new Set(steps.map((step) => step.over_grams)).size === steps.length,
        "weight_steps names a weight twice"
      )
      .default([]),
    group_prices: z
      .array(
        z
          .object({
            customer_group_id: z.string().min(1).max(100),
            percent_off: z.number().min(0).max(100),
          })
          .strict()
      )
      .max(MOST_GROUPS)
      .refine(
        (prices) =>
          new Set(prices.map((price) => price.customer_group_id)).size ===
          prices.length,
        "group_prices names a customer group twice"
      )
      .default([]),
  })
  .strict()

/** The rates of a district as stored; a district without any has none. */
export const deliveryRates = (stored: unknown): DeliveryRates =>
  stored === null || stored === undefined ? NO_RATES : ratesSchema.parse(stored)
