import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import {
  cancelOrderFulfillmentWorkflow,
  createOrderFulfillmentWorkflow,
} from "@medusajs/medusa/core-flows"

import { remainingItems } from "../remaining-items"

type Input = { order_id: string; created_by?: string }

/**
 * Fulfils in Medusa what of an order is not fulfilled yet, so that it can be
 * marked delivered. Undone, the fulfillments it made are canceled.
 */
export const ensureFulfillmentsStep = createStep(
  "ensure-fulfillments",
  async ({ order_id, created_by }: Input, { container }) => {
    const items = remainingItems(await readOrder(order_id, container))
    const created: string[] = []
    // Medusa does not mix what needs shipping with what does not.
    for (const group of [
      items.filter(({ requires_shipping }) => requires_shipping),
      items.filter(({ requires_shipping }) => !requires_shipping),
    ]) {
      if (!group.length) {
        continue
      }
      const { result } = await createOrderFulfillmentWorkflow(container).run({
        input: {
          order_id,
          created_by,
          no_notification: true,
          items: group.map(({ id, quantity }) => ({ id, quantity })),
        },
      })
      created.push(result.id)
    }
    return new StepResponse(created, { order_id, created })
  },
  async (undo, { container }) => {
    for (const fulfillment_id of undo?.created ?? []) {
      await cancelOrderFulfillmentWorkflow(container).run({
        input: { order_id: undo?.order_id ?? "", fulfillment_id },
      })
    }
  }
)

const orderSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      requires_shipping: z.boolean(),
      detail: z.object({
        quantity: z.coerce.number(),
        fulfilled_quantity: z.coerce.number(),
      }),
    })
  ),
})

async function readOrder(id: string, container: MedusaContainer) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(
    {
      entity: "order",
      fields: [
        "items.id",
        "items.requires_shipping",
        "items.detail.quantity",
        "items.detail.fulfilled_quantity",
      ],
      filters: { id },
    },
    { throwIfKeyNotFound: true }
  )
  return orderSchema.parse(data[0]).items
}
