import { getCurrentOptions } from "../../../src/lib/current-options"
import {
  LocalDate,
  toInstant,
} from "../../../src/modules/delivery/domain/local-time"
import { activityService } from "../../../src/workflows/activity/module"
import type { SeedContext } from "../context"
import type { People } from "../customers/people"
import type { DatedOrder } from "../history/dated-order"
import type { Shop } from "../shop"
import { drawVisits, VISIT_DAYS } from "./draw-visits"
import { anonymousId, type ProductIds, visitEvents } from "./visit-events"

const DAY_MS = 86_400_000

/**
 * A month of visits, stored as the collector stores them; events that are there
 * stay as they are.
 *
 * @param orders - the history, which ends before the day
 */
export async function seedVisits(
  context: SeedContext,
  shop: Shop,
  { customers, customerIds }: People,
  orders: readonly DatedOrder[],
  today: LocalDate
): Promise<void> {
  const until = toInstant(today, "00:00", getCurrentOptions().timeZone)
  const visits = drawVisits(customers, orders, until)
  const activity = activityService(context.container)
  // Linked first: an event is stamped with its customer when it is stored.
  const linkedAt = new Date(until.getTime() - VISIT_DAYS * DAY_MS)
  for (const customer of new Set(visits.map((visit) => visit.customer))) {
    const { email } = customers[customer]
    const customer_id = customerIds.get(email)
    if (customer_id) {
      await activity.linkVisitor(
        { anonymous_id: anonymousId(email), customer_id },
        linkedAt
      )
    }
  }
  const products = await readProducts(context)
  let count = 0
  for (const visit of visits) {
    const { email } = customers[visit.customer]
    const events = visitEvents(visit, email, shop.publishable_key_id, products)
    // The store's own clock says today.
    await activity.storeEvents(events, { at: events.at(-1)?.received_at })
    count += events.length
  }
  context.logger.info(`${count} events of ${visits.length} visits.`)
}

async function readProducts({ query }: SeedContext): Promise<ProductIds> {
  const { data } = await query.graph({
    entity: "product_variant",
    fields: ["id", "sku", "product_id"],
  })
  return new Map(
    data.flatMap(({ id, sku, product_id }) =>
      sku && product_id ? [[sku, { variant_id: id, product_id }] as const] : []
    )
  )
}
