import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"

import { hasPosConnections } from "../workflows/pos/has-connections"
import { registerPosOrderWorkflow } from "../workflows/pos/register-order"

/** A hint that an order may belong to a POS; the reconciler finds what a lost event missed. */
export default async function pushOrderToPos({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>) {
  // Most shops have no POS: nothing is started for their orders.
  if (await hasPosConnections(container)) {
    await registerPosOrderWorkflow(container).run({
      input: { order_id: data.id },
    })
  }
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.PLACED,
  context: { subscriberId: "cornerstore-pos-push-order" },
}
