import { round4 } from "./money"
import type { Customer } from "./state/people"
import type { Store } from "./store"

const DAY = 24 * 60 * 60_000

/**
 * Why a customer may not buy so much today; undefined when she may. Documented
 * is that limits are checked at submit; the day (the last 24 hours here) and
 * the text are assumed.
 */
export function overLimit(
  store: Store,
  { customerId }: Pick<Customer, "customerId">,
  items: { productId: number; quantity: number }[]
): string | undefined {
  const limit = store.switches.purchase_limit_grams
  if (limit === null) {
    return undefined
  }
  const since = new Date(store.now().getTime() - DAY).toISOString()
  const bought = store.state.transactions
    .filter(
      (sale) =>
        sale.customerId === customerId &&
        sale.transactionDate >= since &&
        sale.voidDate === null &&
        !sale.isReturn
    )
    .flatMap((sale) => sale.items)
    .filter((item) => item.returnedByTransactionId === null)
  const had = grams(store, bought)
  const wanted = grams(store, items)
  return had + wanted > limit
    ? `Purchase limit exceeded: ${round4(had + wanted)} g of ${limit} g`
    : undefined
}

function grams(
  store: Store,
  items: { productId: number; quantity: number }[]
): number {
  return round4(
    items.reduce(
      (total, { productId, quantity }) =>
        total + (store.product(productId)?.flowerEquivalent ?? 0) * quantity,
      0
    )
  )
}
