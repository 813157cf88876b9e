import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../lib/actor"
import type { CashPolicyResponse } from "../../../../sdk/types"
import { deliveryService } from "../../../../workflows/delivery/module"
import { updateCashPolicyWorkflow } from "../../../../workflows/delivery/update-cash-policy"
import { AdminSetCashPolicyType } from "./validators"

/** How much may be paid in cash at the door. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<CashPolicyResponse>
) => {
  res.json({
    cash_policy: await deliveryService(req.scope).retrieveCashPolicy(),
  })
}

/** Sets it for carts that are completed from now on. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminSetCashPolicyType>,
  res: MedusaResponse<CashPolicyResponse>
) => {
  await updateCashPolicyWorkflow(req.scope).run({
    input: { policy: req.validatedBody, actor: actorFromRequest(req) },
  })
  res.json({
    cash_policy: await deliveryService(req.scope).retrieveCashPolicy(),
  })
}
