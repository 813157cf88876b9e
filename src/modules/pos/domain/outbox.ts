/** Kinds of messages that go to a POS through the outbox. */
export const POS_PUSH_ORDER = "pos-push-order"
export const POS_CANCEL_ORDER = "pos-cancel-order"

/** The outbox key of an order at a connection: one message of a kind, ever. */
export function posMessageKey(input: {
  connection_id: string
  order_id: string
}): string {
  return `${input.connection_id}:${input.order_id}`
}
