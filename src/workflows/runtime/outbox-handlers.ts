import { OutboxHandler } from "../../lib/outbox"
import { cancelOrderHandler } from "../pos/outbox/cancel-order"
import { pushOrderHandler } from "../pos/outbox/push-order"
import { notifyCustomerHandler } from "./outbox/notify-customer"
import { notifyOwnerHandler } from "./outbox/notify-owner"

/** Every kind of message this deployment can send. Add new handlers here. */
export const outboxHandlers: OutboxHandler[] = [
  notifyOwnerHandler,
  notifyCustomerHandler,
  pushOrderHandler,
  cancelOrderHandler,
]
