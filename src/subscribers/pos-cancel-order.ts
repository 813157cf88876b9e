import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"

import { cancelPosOrdersWorkflow } from "../workflows/pos/cancel-order"
import { hasPosConnections } from "../workflows/pos/has-connections"

/** An order canceled in Medusa is canceled at its POS. */
export default async function cancelOrderAtPos({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>) {
  if (await hasPosConnections(container)) {
    await cancelPosOrdersWorkflow(container).run({
      input: { order_ids: [data.id] },
    })
  }
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.CANCELED,
  context: { subscriberId: "cornerstore-pos-cancel-order" },
}
