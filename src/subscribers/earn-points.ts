import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"

import { earnPointsWorkflow } from "../workflows/loyalty/earn-points"
import { loyaltyService } from "../workflows/loyalty/module"

/** A hint that an order may have earned points; the reconciler finds what a lost event missed. */
export default async function earnPoints({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>) {
  const { is_active } = await loyaltyService(container).retrieveProgram()
  if (is_active) {
    await earnPointsWorkflow(container).run({
      input: { order_ids: [data.id] },
    })
  }
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.PLACED,
  context: { subscriberId: "cornerstore-earn-points" },
}
