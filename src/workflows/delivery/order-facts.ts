import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import {
  CART_DELIVERY_FIELDS,
  CartDeliveryFacts,
  cartDeliveryFacts,
} from "./cart-facts"
import { ORDER_GOODS_FIELDS } from "./goods"

/** Fields of an order that say about its delivery what a cart's say. */
const ORDER_DELIVERY_FIELDS = [
  ...CART_DELIVERY_FIELDS.filter((field) => field !== "completed_at"),
  ...ORDER_GOODS_FIELDS,
]

export type OrderDeliveryFacts = Omit<CartDeliveryFacts, "cart_id"> & {
  order_id: string
}

/** What an order says about its delivery now: address, method, goods, customer groups. */
export async function retrieveOrderFacts(
  orderId: string,
  container: MedusaContainer
): Promise<OrderDeliveryFacts> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(
    {
      entity: "order",
      fields: [...new Set(ORDER_DELIVERY_FIELDS)],
      filters: { id: orderId },
    },
    { throwIfKeyNotFound: true }
  )
  const { cart_id: order_id, ...facts } = cartDeliveryFacts(data[0])
  return { ...facts, order_id }
}
