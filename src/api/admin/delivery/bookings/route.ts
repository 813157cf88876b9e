import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import type { ListBookingsResponse } from "../../../../sdk/types"
import { listBookings } from "../../../../workflows/delivery/list-bookings"
import { AdminGetBookingsType } from "../validators"

/** Bookings in order of delivery, with their orders. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ListBookingsResponse>
) => {
  const { limit, offset, ...filter } =
    req.validatedQuery as AdminGetBookingsType
  const { bookings, count } = await listBookings(
    filter,
    { limit, offset },
    req.scope
  )
  res.json({ bookings, count, offset, limit })
}
