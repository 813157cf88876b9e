import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DateTime } from "luxon"

import { getCurrentOptions } from "../../../lib/current-options"
import { deliveryService } from "../module"

/**
 * What the owner reads in the notification feed about a new booking; null when
 * the cart has no place. No personal data: the feed is kept.
 */
export const describeBookingStep = createStep(
  "describe-booking",
  async (input: { cart_id: string; order_id: string }, { container }) => {
    const delivery = deliveryService(container)
    const slot = await delivery.retrieveActiveSlot({ cart_id: input.cart_id })
    if (!slot) {
      return new StepResponse(null)
    }
    const district = await delivery.retrieveDeliveryDistrict(slot.district_id, {
      select: ["id", "name"],
    })
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data: orders } = await query.graph({
      entity: "order",
      fields: ["display_id"],
      filters: { id: input.order_id },
    })
    const zone = getCurrentOptions().timeZone
    const start = DateTime.fromJSDate(slot.starts_at, { zone })
    const end = DateTime.fromJSDate(slot.ends_at, { zone })
    return new StepResponse({
      title: `New delivery order #${orders[0]?.display_id}`,
      description: `${district.name}, ${start.toFormat("ccc d LLL, HH:mm")}–${end.toFormat("HH:mm")}`,
    })
  }
)
