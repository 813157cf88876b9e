import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  createOrUpdateOrderPaymentCollectionWorkflow,
  refreshConfirmedDraftOrderShippingMethodsWorkflow,
  refreshPendingDraftOrderShippingMethodsWorkflow,
} from "@medusajs/medusa/core-flows"
import { z } from "@medusajs/framework/zod"

type OfOrder = { order_id: string }

/**
 * Prices the delivery of a draft by the slot it has now, as Medusa prices it
 * when a draft's items change: methods with an amount of their own stay. What is
 * placed keeps its price.
 */
export const refreshDraftPriceStep = createStep(
  "refresh-draft-price",
  async ({ order_id }: OfOrder, { container }) => {
    await refreshDraftPrice(order_id, container)
    return new StepResponse(undefined)
  }
)

/** Stands before the slot changes: when the change is undone, the price follows. */
export const refreshDraftPriceOnFailureStep = createStep(
  "refresh-draft-price-on-failure",
  async ({ order_id }: OfOrder) => new StepResponse(undefined, order_id),
  async (orderId, { container }) => {
    if (orderId) {
      await refreshDraftPrice(orderId, container)
    }
  }
)

const draftsSchema = z.array(
  z.object({ id: z.string(), is_draft_order: z.boolean().nullish() })
)

async function refreshDraftPrice(
  order_id: string,
  container: MedusaContainer
): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "is_draft_order"],
    filters: { id: order_id },
  })
  if (!draftsSchema.parse(data)[0]?.is_draft_order) {
    return
  }
  const { data: edits } = await query.graph({
    entity: "order_change",
    fields: ["id"],
    filters: { order_id, status: ["pending", "requested"] },
  })
  const run = { input: { order_id } }
  await refreshConfirmedDraftOrderShippingMethodsWorkflow(container).run(run)
  if (edits.length) {
    // A method that was added in an edit still open; the edit makes the rest.
    await refreshPendingDraftOrderShippingMethodsWorkflow(container).run(run)
    return
  }
  await createOrUpdateOrderPaymentCollectionWorkflow(container).run(run)
}
