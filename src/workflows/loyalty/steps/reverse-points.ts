import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { loyaltyService } from "../module"
import { readKept } from "../order-facts"

/**
 * Takes back the points of what was canceled, returned or edited away, up to
 * what the orders' state asks for. Answers how many points were taken, by order.
 */
export const reversePointsStep = createStep(
  "reverse-points",
  async (input: { order_ids: string[] }, { container }) => {
    const loyalty = loyaltyService(container)
    const orders = await readKept(input.order_ids, container)
    const reversed: Record<string, number> = {}
    for (const [order_id, kept] of orders) {
      const points = await loyalty.reverse({ order_id, kept }, new Date())
      if (points > 0) {
        reversed[order_id] = points
      }
    }
    return new StepResponse(reversed)
  }
)
