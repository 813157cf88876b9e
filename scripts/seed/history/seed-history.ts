import { getCurrentOptions } from "../../../src/lib/current-options"
import {
  LocalDate,
  weekdayOf,
} from "../../../src/modules/delivery/domain/local-time"
import type { SeedContext } from "../context"
import type { DemoCustomer } from "../customers/draw-customers"
import type { Shop } from "../shop"
import { dateOrder } from "./dated-order"
import { planHistory } from "./plan-history"
import { readHistoryShop } from "./read-shop"
import { trackingSecret } from "./tracking-secret"
import { writeHistory } from "./write-history"

/** Four months of orders before the given day, in one transaction. */
export async function seedHistory(
  context: SeedContext,
  shop: Shop,
  people: {
    customers: readonly DemoCustomer[]
    /** By e-mail. */
    customerIds: Map<string, string>
  },
  today: LocalDate
): Promise<void> {
  const options = getCurrentOptions()
  const plan = planHistory(people.customers, weekdayOf(today))
  const written = await writeHistory(context, {
    ...people,
    shop: await readHistoryShop(context, shop, people.customers),
    orders: plan.map((order) => dateOrder(order, today, options.timeZone)),
    zone: options.timeZone,
    newSecret: (slotEnds) => trackingSecret(options, slotEnds),
  })
  context.logger.info(
    written === null
      ? "The demo's past orders are there already."
      : `${written} orders of the past were written.`
  )
}
