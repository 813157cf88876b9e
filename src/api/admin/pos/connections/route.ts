import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../lib/actor"
import type {
  ListPosConnectionsResponse,
  PosConnectionResponse,
} from "../../../../sdk/types"
import { createPosConnectionWorkflow } from "../../../../workflows/pos/connections"
import {
  listConnections,
  retrieveConnection,
} from "../../../../workflows/pos/list-connections"
import {
  AdminCreatePosConnectionType,
  AdminGetPosConnectionsType,
} from "../validators"

/** Connections by name. Of their credentials the last four characters are shown. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ListPosConnectionsResponse>
) => {
  const { limit, offset, q } = req.validatedQuery as AdminGetPosConnectionsType
  const page = await listConnections(
    q ? { q } : {},
    { limit, offset },
    req.scope
  )
  res.json({ ...page, offset, limit })
}

/** Adds a connection. It is not called yet: `POST :id/check` does that. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreatePosConnectionType>,
  res: MedusaResponse<PosConnectionResponse>
) => {
  const { result } = await createPosConnectionWorkflow(req.scope).run({
    input: { connection: req.validatedBody, actor: actorFromRequest(req) },
  })
  res.json({ connection: await retrieveConnection(result.id, req.scope) })
}
