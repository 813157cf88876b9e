import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../../../lib/actor"
import type { SyncPosConnectionResponse } from "../../../../../../sdk/types"
import { retrieveConnection } from "../../../../../../workflows/pos/list-connections"
import { syncNow } from "../../../../../../workflows/pos/sync-now"

/** Reads the catalogue now; 400 with the reason when the vendor does not answer. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<SyncPosConnectionResponse>
) => {
  const { id } = await retrieveConnection(req.params.id, req.scope)
  const result = await syncNow(id, actorFromRequest(req), req.scope)
  res.json({ result, connection: await retrieveConnection(id, req.scope) })
}
