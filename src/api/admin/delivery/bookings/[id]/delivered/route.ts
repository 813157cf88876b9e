import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../../../lib/actor"
import type { AdminBooking } from "../../../../../../sdk/types"
import { listBookings } from "../../../../../../workflows/delivery/list-bookings"
import { markDeliveredWorkflow } from "../../../../../../workflows/delivery/mark-delivered"

/** Marks a booking delivered, here and in Medusa. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ booking: AdminBooking }>
) => {
  const { id } = req.params
  await markDeliveredWorkflow(req.scope).run({
    input: { booking_id: id, actor: actorFromRequest(req) },
  })
  const {
    bookings: [booking],
  } = await listBookings({ ids: [id] }, { limit: 1, offset: 0 }, req.scope)
  res.json({ booking })
}
