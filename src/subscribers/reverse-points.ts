import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  OrderEditWorkflowEvents,
  OrderWorkflowEvents,
} from "@medusajs/framework/utils"

import { reversePointsWorkflow } from "../workflows/loyalty/reverse-points"

/** An order that was canceled, returned or edited keeps the points of what the customer keeps. */
export default async function reversePoints({
  event: { data },
  container,
}: SubscriberArgs<{ id?: string; order_id?: string }>) {
  const orderId = data.order_id ?? data.id
  if (orderId) {
    await reversePointsWorkflow(container).run({
      input: { order_ids: [orderId] },
    })
  }
}

export const config: SubscriberConfig = {
  event: [
    OrderWorkflowEvents.CANCELED,
    OrderWorkflowEvents.RETURN_RECEIVED,
    OrderEditWorkflowEvents.CONFIRMED,
  ],
  context: { subscriberId: "cornerstore-reverse-points" },
}
