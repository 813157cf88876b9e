/** An order line with what was fulfilled of it. */
export type FulfillableItem = {
  id: string
  requires_shipping: boolean
  detail: { quantity: number; fulfilled_quantity: number }
}

/** What of an order's lines is not in a fulfillment yet. */
export function remainingItems(
  items: readonly FulfillableItem[]
): { id: string; quantity: number; requires_shipping: boolean }[] {
  return items
    .map(({ id, requires_shipping, detail }) => ({
      id,
      requires_shipping,
      quantity: detail.quantity - detail.fulfilled_quantity,
    }))
    .filter(({ quantity }) => quantity > 0)
}
