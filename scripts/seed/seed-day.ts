import { updateStoresWorkflow } from "@medusajs/medusa/core-flows"

import { getCurrentOptions } from "../../src/lib/current-options"
import {
  LOCAL_DATE,
  LocalDate,
  toLocalDate,
} from "../../src/modules/delivery/domain/local-time"
import type { SeedContext } from "./context"

/** Key in the store's metadata while the seed is under way. */
export const DAY_KEY = "cornerstore_demo_day"

/**
 * The day the demo's past ends: the shop's today, and after a seed cut short
 * the day on which that one began, so that both write the same rows.
 */
export async function seedDay(
  { container, query }: SeedContext,
  storeId: string
): Promise<LocalDate> {
  const { data: stores } = await query.graph({
    entity: "store",
    fields: ["metadata"],
    filters: { id: storeId },
  })
  const metadata = stores[0]?.metadata ?? {}
  const kept = metadata[DAY_KEY]
  if (typeof kept === "string" && LOCAL_DATE.test(kept)) {
    return kept
  }
  const today = toLocalDate(new Date(), getCurrentOptions().timeZone)
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: storeId },
      update: { metadata: { ...metadata, [DAY_KEY]: today } },
    },
  })
  return today
}
