import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import type { AdminOrderDeliveryResponse } from "../../../../../sdk/types"
import { retrieveOrderDelivery } from "../../../../../workflows/delivery/order-delivery"

/** The delivery of an order, with the booking behind it. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminOrderDeliveryResponse>
) => {
  const found = await retrieveOrderDelivery(req.params.id, req.scope)
  res.json({
    delivery: found && { ...found.delivery, ...found.booking },
  })
}
