import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"

import { linkVisitorWorkflow } from "../workflows/activity/link-visitor"
import { listOrderVisitors } from "../workflows/activity/order-visitor"

/** A hint that a visitor has placed an order; the reconciler finds what a lost event missed. */
export default async function joinOrderVisitor({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>) {
  const [order] = await listOrderVisitors({ id: data.id }, 1, container)
  if (order?.claim) {
    const { at, ...link } = order.claim
    await linkVisitorWorkflow(container).run({
      input: { ...link, at: at.toISOString() },
    })
  }
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.PLACED,
  context: { subscriberId: "cornerstore-join-order-visitor" },
}
