import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import type { AdminOrderSlotsResponse } from "../../../../../sdk/types"
import { listAdminOrderSlots } from "../../../../../workflows/delivery/order-slot/list-order-slots"
import { readSlotOrder } from "../../../../../workflows/delivery/order-slot/read-order"
import { AdminGetOrderSlotsType } from "../../validators"

/** The slots of the address of an order or a draft, as the shop may choose them. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminOrderSlotsResponse>
) => {
  const order = await readSlotOrder(req.params.id, req.scope)
  const range = req.validatedQuery as AdminGetOrderSlotsType
  res.json(await listAdminOrderSlots(order, range, new Date(), req.scope))
}
