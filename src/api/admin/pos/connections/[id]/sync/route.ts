import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../../../lib/actor"
import type { SyncPosConnectionResponse } from "../../../../../../sdk/types"
import { syncPosCatalogueWorkflow } from "../../../../../../workflows/pos/connections"
import { retrieveConnection } from "../../../../../../workflows/pos/list-connections"

/** Reads the catalogue now; 400 with the reason when the vendor does not answer. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<SyncPosConnectionResponse>
) => {
  const { id } = await retrieveConnection(req.params.id, req.scope)
  const { result } = await syncPosCatalogueWorkflow(req.scope).run({
    input: { id, actor: actorFromRequest(req) },
  })
  res.json({ result, connection: await retrieveConnection(id, req.scope) })
}
