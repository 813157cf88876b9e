import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { CustomerTimelineResponse } from "../../../../../sdk/types"
import { listTimeline } from "../../../../../workflows/activity/timeline/list-timeline"
import { AdminGetCustomerTimelineType } from "./validators"

/** What a customer did and what happened to her, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminGetCustomerTimelineType>,
  res: MedusaResponse<CustomerTimelineResponse>
) => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [customer],
  } = await query.graph(
    {
      entity: "customer",
      fields: ["id"],
      filters: { id: req.params.id },
    },
    { throwIfKeyNotFound: true }
  )
  res.json(
    await listTimeline(
      customer.id,
      req.validatedQuery as AdminGetCustomerTimelineType,
      req.scope
    )
  )
}
