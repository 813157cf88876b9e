import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { CustomerTimelineResponse } from "../../../../../sdk/types"
import { listTimeline } from "../../../../../workflows/activity/timeline/list-timeline"
import { requireCustomer } from "../require-customer"
import { AdminGetCustomerTimelineType } from "./validators"

/** What a customer did and what happened to her, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminGetCustomerTimelineType>,
  res: MedusaResponse<CustomerTimelineResponse>
) => {
  res.json(
    await listTimeline(
      await requireCustomer(req),
      req.validatedQuery as AdminGetCustomerTimelineType,
      req.scope
    )
  )
}
