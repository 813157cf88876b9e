import { MedusaContainer } from "@medusajs/framework/types"

import {
  POS_CANCEL_ORDER,
  posMessageKey,
} from "../../modules/pos/domain/outbox"
import { RUNTIME_MODULE } from "../../modules/runtime"
import RuntimeModuleService from "../../modules/runtime/service"

type Canceled = { id: string; connection_id: string; order_id: string }

/** The message that cancels an order at its POS. */
export const cancelMessage = (order: Canceled) => ({
  kind: POS_CANCEL_ORDER,
  key: posMessageKey(order),
  payload: { pos_order_id: order.id },
})

/** Stores the intent to cancel orders at their POS, once each. */
export async function enqueueCancel(
  orders: Canceled[],
  container: MedusaContainer
): Promise<void> {
  const runtime = container.resolve<RuntimeModuleService>(RUNTIME_MODULE)
  await runtime.enqueueOutboxMessages(orders.map(cancelMessage))
}
