import { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"

import type { OrderDeliveryResponse } from "../../../../../sdk/types"
import { retrieveOrderDelivery } from "../../../../../workflows/delivery/order-delivery"

/**
 * The delivery of an order, for its customer. Access is that of Medusa's own
 * `GET /store/orders/:id`: whoever knows the id.
 */
export const GET = async (
  req: MedusaStoreRequest,
  res: MedusaResponse<OrderDeliveryResponse>
) => {
  const found = await retrieveOrderDelivery(req.params.id, req.scope)
  res.json({ delivery: found?.delivery ?? null })
}
