import { POS_PUSH_ORDER, posMessageKey } from "../../modules/pos/domain/outbox"

/** The message that sends an order to its POS. */
export function pushMessage(order: {
  id: string
  connection_id: string
  order_id: string
}) {
  return {
    kind: POS_PUSH_ORDER,
    key: posMessageKey(order),
    payload: { pos_order_id: order.id },
  }
}
