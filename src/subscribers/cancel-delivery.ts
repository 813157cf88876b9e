import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"

import { cancelDeliveryWorkflow } from "../workflows/delivery/cancel-delivery"

/** A canceled order gives its place back. */
export default async function cancelDelivery({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>) {
  await cancelDeliveryWorkflow(container).run({
    input: { order_ids: [data.id] },
  })
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.CANCELED,
  context: { subscriberId: "cornerstore-cancel-delivery" },
}
