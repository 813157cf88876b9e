import { getCurrentOptions } from "../../../src/lib/current-options"
import type { SeedContext } from "../context"
import type { People } from "../customers/people"
import type { Shop } from "../shop"
import type { DatedOrder } from "./dated-order"
import { readHistoryShop } from "./read-shop"
import { trackingSecret } from "./tracking-secret"
import { writeHistory } from "./write-history"

/** Writes the orders of the past, in one transaction. */
export async function seedHistory(
  context: SeedContext,
  shop: Shop,
  people: People,
  orders: readonly DatedOrder[]
): Promise<void> {
  const options = getCurrentOptions()
  const written = await writeHistory(context, {
    ...people,
    orders,
    shop: await readHistoryShop(context, shop, people.customers),
    zone: options.timeZone,
    newSecret: (slotEnds) => trackingSecret(options, slotEnds),
  })
  context.logger.info(
    written === null
      ? "The demo's past orders are there already."
      : `${written} orders of the past were written.`
  )
}
