import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { deliveryService } from "../module"
import { cashDue, readStopOrders } from "../stop-orders"

type Due = {
  order_id: string | null
  due: { amount: number; currency_code: string } | null
}

/** What is to be collected at a stop, as Medusa knows it now. */
export const readCashDueStep = createStep(
  "read-cash-due",
  async (
    { route_id, stop_id }: { route_id: string; stop_id: string | null },
    { container }
  ) => {
    const stop = stop_id
      ? await deliveryService(container).retrieveStopOfRoute(route_id, stop_id)
      : null
    if (!stop) {
      return new StepResponse<Due>({ order_id: null, due: null })
    }
    const orders = await readStopOrders([stop.order_id], container)
    const order = orders.get(stop.order_id)
    return new StepResponse<Due>({
      order_id: stop.order_id,
      due: order ? cashDue(order) : null,
    })
  }
)
