import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../../../lib/actor"
import type { CheckPosConnectionResponse } from "../../../../../../sdk/types"
import { checkPosConnectionWorkflow } from "../../../../../../workflows/pos/connections"
import { retrieveConnection } from "../../../../../../workflows/pos/list-connections"

/** Calls the vendor: who the key belongs to, or why it does not work. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<CheckPosConnectionResponse>
) => {
  const { id } = await retrieveConnection(req.params.id, req.scope)
  const { result } = await checkPosConnectionWorkflow(req.scope).run({
    input: { id, actor: actorFromRequest(req) },
  })
  res.json({ ...result, connection: await retrieveConnection(id, req.scope) })
}
