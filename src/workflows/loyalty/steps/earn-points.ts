import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { getCurrentOptions } from "../../../lib/current-options"
import { earningOf } from "../../../modules/loyalty_points/domain/earning"
import { loyaltyService } from "../module"
import { readEarningOrders } from "../order-facts"

/**
 * Writes what orders earned by the programme's rules, each order once. Answers
 * the ids of those whose points were written now.
 */
export const earnPointsStep = createStep(
  "earn-points",
  async (input: { order_ids: string[] }, { container }) => {
    const loyalty = loyaltyService(container)
    const rules = await loyalty.retrieveProgram()
    const since = rules.active_since
    if (!rules.is_active || !since) {
      return new StepResponse<string[]>([])
    }
    const ids = await loyalty.ordersWithoutEarning(input.order_ids)
    const orders = ids.length ? await readEarningOrders(ids, container) : []
    const now = new Date()
    const earnings = orders
      .filter(({ placed_at }) => placed_at >= since)
      .flatMap((order) => {
        const earning = earningOf(order, rules, getCurrentOptions().timeZone)
        return earning ? [{ ...earning, created_at: now }] : []
      })
    return new StepResponse(await loyalty.earn(earnings, now))
  }
)
