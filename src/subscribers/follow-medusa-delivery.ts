import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  ContainerRegistrationKeys,
  FulfillmentWorkflowEvents,
} from "@medusajs/framework/utils"

import { markDeliveredWorkflow } from "../workflows/delivery/mark-delivered"
import { deliveryService } from "../workflows/delivery/module"
import { readOrderProgress } from "../workflows/delivery/order-progress"

/** An order marked delivered on Medusa's own page is delivered here too. */
export default async function followMedusaDelivery({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: links } = await query.graph({
    entity: "order_fulfillment",
    fields: ["order_id"],
    filters: { fulfillment_id: data.id },
  })
  const orderId = links[0]?.order_id
  if (!orderId) {
    return
  }
  const [booking] = await deliveryService(container).listDeliveryBookings(
    { order_id: orderId, status: "booked" },
    { take: 1, select: ["id"] }
  )
  const progress = await readOrderProgress([orderId], container)
  if (booking && progress.get(orderId) === "delivered") {
    await markDeliveredWorkflow(container).run({
      input: {
        booking_id: booking.id,
        actor: { type: "system", id: "medusa-fulfillment" },
      },
    })
  }
}

export const config: SubscriberConfig = {
  event: FulfillmentWorkflowEvents.DELIVERY_CREATED,
  context: { subscriberId: "cornerstore-follow-medusa-delivery" },
}
