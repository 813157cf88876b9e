import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import type { OrdersWithoutSlotResponse } from "../../../../sdk/types"
import { listOrdersWithoutSlot } from "../../../../workflows/delivery/order-slot/orders-without-slot"

/** As many as a person deals with before looking again. */
const LIMIT = 20

/** Placed orders that are to be delivered by district and have no slot, oldest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<OrdersWithoutSlotResponse>
) => {
  res.json(await listOrdersWithoutSlot(LIMIT, new Date(), req.scope))
}
