import { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"

import type { OrderSlotsResponse } from "../../../../../sdk/types"
import { listOrderSlots } from "../../../../../workflows/delivery/order-slot/list-order-slots"
import { retrieveOwnOrder } from "../../own-order"
import { StoreGetOrderSlotsType } from "../../validators"

/** The slots an order's customer can exchange hers for, and until when. */
export const GET = async (
  req: MedusaStoreRequest,
  res: MedusaResponse<OrderSlotsResponse>
) => {
  const { order } = await retrieveOwnOrder(req)
  const range = req.validatedQuery as StoreGetOrderSlotsType
  res.json(await listOrderSlots(order, range, new Date(), req.scope))
}
