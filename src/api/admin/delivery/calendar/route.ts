import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import type { DeliveryCalendarResponse } from "../../../../sdk/types"
import { listCalendar } from "../../../../workflows/delivery/calendar"
import { AdminGetCalendarType } from "./validators"

/** The days of a range, with the slots of each district and how full they are. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DeliveryCalendarResponse>
) => {
  res.json(
    await listCalendar(req.validatedQuery as AdminGetCalendarType, req.scope)
  )
}
