import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import type { VisitorClaim } from "../../modules/activity/domain/claims"

/**
 * Key in the metadata of a cart and of its order, into which Medusa copies it:
 * the visitor cannot get lost on the way.
 */
export const VISITOR_KEY = "cornerstore_visitor"

/** Fields of an order that `visitorOfOrder` reads. */
const FIELDS = ["id", "customer_id", "created_at", "metadata"]

/** Metadata is open to every storefront: what is not ours is read as nothing. */
const orderSchema = z.object({
  id: z.string(),
  customer_id: z.string().nullish(),
  created_at: z.coerce.date(),
  metadata: z
    .looseObject({
      [VISITOR_KEY]: z.string().trim().min(1).max(255).nullish().catch(null),
    })
    .nullish()
    .catch(null),
})

/** An order, and who says to have placed it. */
export type OrderVisitor = { order_id: string; claim: VisitorClaim | null }

function visitorOfOrder(order: z.infer<typeof orderSchema>): OrderVisitor {
  const { id, customer_id, created_at, metadata } = order
  const anonymous_id = metadata?.[VISITOR_KEY]
  return {
    order_id: id,
    claim:
      typeof anonymous_id === "string" && customer_id
        ? { anonymous_id, customer_id, at: created_at }
        : null,
  }
}

/** The visitors of the orders that a filter finds, by id. */
export async function listOrderVisitors(
  filters: { id: string | { $gt: string; $lt: string } },
  limit: number,
  container: MedusaContainer
): Promise<OrderVisitor[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: FIELDS,
    filters,
    pagination: { take: limit, skip: 0, order: { id: "ASC" } },
  })
  return z.array(orderSchema).parse(data).map(visitorOfOrder)
}
