import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { ListCustomerVisitsResponse } from "../../../../../sdk/types"
import { listCustomerVisits } from "../../../../../workflows/activity/list-visits"
import { requireCustomer } from "../require-customer"
import { AdminGetCustomerVisitsType } from "./validators"

/** A customer's visits to the shop, on each of her devices, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminGetCustomerVisitsType>,
  res: MedusaResponse<ListCustomerVisitsResponse>
) => {
  res.json(
    await listCustomerVisits(
      await requireCustomer(req),
      req.validatedQuery as AdminGetCustomerVisitsType,
      req.scope
    )
  )
}
