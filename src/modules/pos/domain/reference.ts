const TAIL = 6

/**
 * What an order is called at the POS: the number the customer knows, and a
 * piece of the order's id so that two shops at one POS never share a name.
 *
 * @param orderId - Medusa's id, e.g. `order_01JD...`
 * @returns for example `1042-7QX3ZK`
 */
export function orderReference(displayId: number, orderId: string): string {
  return `${displayId}-${orderId.slice(-TAIL).toUpperCase()}`
}
