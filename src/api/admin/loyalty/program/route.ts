import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../lib/actor"
import { ProgramRules } from "../../../../modules/loyalty_points/domain/program"
import type {
  LoyaltyProgram,
  LoyaltyProgramResponse,
} from "../../../../sdk/types"
import { loyaltyService } from "../../../../workflows/loyalty/module"
import { updateLoyaltyProgramWorkflow } from "../../../../workflows/loyalty/update-program"
import { AdminUpdateLoyaltyProgramType } from "../validators"

const toWire = (rules: ProgramRules): LoyaltyProgram => ({
  ...rules,
  active_since: rules.active_since?.toISOString() ?? null,
})

/** By which rules points are earned. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<LoyaltyProgramResponse>
) => {
  const rules = await loyaltyService(req.scope).retrieveProgram()
  res.json({ program: toWire(rules) })
}

/** Changes the rules for orders from now on; what was earned stays. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminUpdateLoyaltyProgramType>,
  res: MedusaResponse<LoyaltyProgramResponse>
) => {
  await updateLoyaltyProgramWorkflow(req.scope).run({
    input: { changes: req.validatedBody, actor: actorFromRequest(req) },
  })
  const rules = await loyaltyService(req.scope).retrieveProgram()
  res.json({ program: toWire(rules) })
}
