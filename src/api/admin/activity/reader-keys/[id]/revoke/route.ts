import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../../../lib/actor"
import type { ReaderKeyResponse } from "../../../../../../sdk/types"
import { retrieveReaderKey } from "../../../../../../workflows/activity/reader-key-admin"
import { revokeReaderKeyWorkflow } from "../../../../../../workflows/activity/reader-keys"

/** Takes a key back: its next request is refused. Refused with 400 the second time. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ReaderKeyResponse>
) => {
  const { id, name } = await retrieveReaderKey(req.params.id, req.scope)
  await revokeReaderKeyWorkflow(req.scope).run({
    input: { id, name, actor: actorFromRequest(req) },
  })
  res.json({ reader_key: await retrieveReaderKey(id, req.scope) })
}
