import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  ContainerRegistrationKeys,
  OrderWorkflowEvents,
} from "@medusajs/framework/utils"

import { bookDeliveryWorkflow } from "../workflows/delivery/book-delivery"
import { deliveryService } from "../workflows/delivery/module"

/** A hint that an order has a place waiting for it; the reconciler finds what a lost event missed. */
export default async function bookDelivery({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: links } = await query.graph({
    entity: "order_cart",
    fields: ["cart_id"],
    filters: { order_id: data.id },
  })
  const cartId = links[0]?.cart_id
  // Most orders of a shop may go by post: nothing is started for them.
  if (
    cartId &&
    (await deliveryService(container).retrieveActiveSlot({ cart_id: cartId }))
  ) {
    await bookDeliveryWorkflow(container).run({
      input: { cart_id: cartId, order_id: data.id },
    })
  }
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.PLACED,
  context: { subscriberId: "cornerstore-book-delivery" },
}
