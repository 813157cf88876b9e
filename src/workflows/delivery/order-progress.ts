import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

const ordersSchema = z.array(
  z.object({
    id: z.string(),
    canceled_at: z.unknown(),
    fulfillments: z
      .array(z.object({ canceled_at: z.unknown(), delivered_at: z.unknown() }))
      .nullish(),
  })
)
type ProgressOrder = z.infer<typeof ordersSchema>[number]

/** How far Medusa has come with an order. */
export type OrderProgress = "open" | "delivered" | "canceled"

/** `delivered` once every fulfillment that was not canceled is delivered. */
export function orderProgress(order: ProgressOrder): OrderProgress {
  if (order.canceled_at) {
    return "canceled"
  }
  const living = (order.fulfillments ?? []).filter(
    ({ canceled_at }) => !canceled_at
  )
  return living.length && living.every(({ delivered_at }) => delivered_at)
    ? "delivered"
    : "open"
}

/** The progress of orders, read in one query. */
export async function readOrderProgress(
  orderIds: string[],
  container: MedusaContainer
): Promise<Map<string, OrderProgress>> {
  if (!orderIds.length) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "id",
      "canceled_at",
      "fulfillments.canceled_at",
      "fulfillments.delivered_at",
    ],
    filters: { id: orderIds },
  })
  return new Map(
    ordersSchema.parse(data).map((order) => [order.id, orderProgress(order)])
  )
}
