import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../../lib/actor"
import type { PosConnectionResponse } from "../../../../../sdk/types"
import {
  deletePosConnectionWorkflow,
  updatePosConnectionWorkflow,
} from "../../../../../workflows/pos/connections"
import { retrieveConnection } from "../../../../../workflows/pos/list-connections"
import { AdminUpdatePosConnectionType } from "../../validators"

/** A connection; of its credentials only the last four characters. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<PosConnectionResponse>
) => {
  res.json({ connection: await retrieveConnection(req.params.id, req.scope) })
}

/**
 * Changes, pauses or resumes a connection. Credentials that are sent replace
 * those that are stored; left out, they stay.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminUpdatePosConnectionType>,
  res: MedusaResponse<PosConnectionResponse>
) => {
  const { id } = await retrieveConnection(req.params.id, req.scope)
  await updatePosConnectionWorkflow(req.scope).run({
    input: {
      connection: { id, ...req.validatedBody },
      actor: actorFromRequest(req),
    },
  })
  res.json({ connection: await retrieveConnection(id, req.scope) })
}

/** Refused with 400 while orders of it are not finished. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{
    id: string
    object: "pos_connection"
    deleted: boolean
  }>
) => {
  const { id, name } = await retrieveConnection(req.params.id, req.scope)
  await deletePosConnectionWorkflow(req.scope).run({
    input: { id, name, actor: actorFromRequest(req) },
  })
  res.json({ id, object: "pos_connection", deleted: true })
}
