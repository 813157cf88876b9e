import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { POS_STATUSES, StatusMap } from "../../domain/status"

/** Dutchie's words in prose and in the refusals of `cancel`; the field is a free string. */
export const DUTCHIE_STATUS_MAP: StatusMap = {
  Submitted: "received",
  Pending: "received",
  Processing: "preparing",
  "Partially Filled": "preparing",
  Filled: "ready",
  "In Transit": "out_for_delivery",
  Complete: "completed",
  "Checked Out": "completed",
  Cancelled: "cancelled",
}

const schema = z
  .object({
    /** Dutchie allows 120 a minute; one call answers for every open order. */
    poll_seconds: z.int().min(15).max(3_600).default(60),
    sync_minutes: z.int().min(1).max(1_440).default(5),
    unmapped_lines: z.enum(["skip", "hold"]).default("skip"),
    lost_answer: z.enum(["lookup", "replay"]).default("lookup"),
    /** Dutchie's reads are 1 to 5 minutes behind. */
    settle_seconds: z.int().min(0).max(3_600).default(300),
    /** Words a location uses beside or instead of the usual ones. */
    status_map: z
      .record(z.string().trim().min(1).max(100), z.enum(POS_STATUSES))
      .default({}),
    /** `/inventory` is empty for some locations and leaves out what is sold out. */
    catalogue_source: z
      .enum(["products", "inventory", "reporting_inventory"])
      .default("products"),
    /** Name of the customer type new customers get, as in Dutchie's list of types. */
    customer_type: z.string().trim().min(1).max(100).default("Recreational"),
  })
  .strict()

/** What Dutchie's adapter reads of its settings. */
export type DutchieSettings = z.output<typeof schema>

/**
 * Validates a connection's settings and fills in the defaults.
 *
 * @throws MedusaError INVALID_DATA naming each wrong field
 */
export function parseDutchieSettings(input: unknown): DutchieSettings {
  const parsed = schema.safeParse(input ?? {})
  if (!parsed.success) {
    const fields = parsed.error.issues
      .map(({ path, message }) => `settings.${path.join(".")}: ${message}`)
      .join("; ")
    throw new MedusaError(MedusaError.Types.INVALID_DATA, fields)
  }
  return parsed.data
}
