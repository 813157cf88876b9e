import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { ListCustomerLoginsResponse } from "../../../../../sdk/types"
import { listCustomerLogins } from "../../../../../workflows/activity/list-logins"
import { requireCustomer } from "../require-customer"
import { AdminGetCustomerLoginsType } from "./validators"

/** A customer's log-ins, refused ones too, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminGetCustomerLoginsType>,
  res: MedusaResponse<ListCustomerLoginsResponse>
) => {
  res.json(
    await listCustomerLogins(
      await requireCustomer(req),
      req.validatedQuery as AdminGetCustomerLoginsType,
      req.scope
    )
  )
}
