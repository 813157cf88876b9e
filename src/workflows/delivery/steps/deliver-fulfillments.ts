import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { markOrderFulfillmentAsDeliveredWorkflow } from "@medusajs/medusa/core-flows"

const fulfillmentsSchema = z.array(
  z.object({
    id: z.string(),
    canceled_at: z.unknown(),
    delivered_at: z.unknown(),
  })
)

/**
 * Marks an order's open fulfillments delivered in Medusa. Medusa cannot take
 * that back, so this is the last step of its workflow; run again it does only
 * what is missing.
 */
export const deliverFulfillmentsStep = createStep(
  "deliver-fulfillments",
  async ({ order_id }: { order_id: string }, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "order",
      fields: [
        "fulfillments.id",
        "fulfillments.canceled_at",
        "fulfillments.delivered_at",
      ],
      filters: { id: order_id },
    })
    const open = fulfillmentsSchema
      .parse(data[0]?.fulfillments ?? [])
      .filter(({ canceled_at, delivered_at }) => !canceled_at && !delivered_at)
    for (const { id } of open) {
      await markOrderFulfillmentAsDeliveredWorkflow(container).run({
        input: { orderId: order_id, fulfillmentId: id },
      })
    }
    return new StepResponse(open.map(({ id }) => id))
  }
)
