import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../lib/actor"
import type {
  CreatedReaderKeyResponse,
  ListReaderKeysResponse,
} from "../../../../sdk/types"
import {
  issueReaderKey,
  listReaderKeys,
  retrieveReaderKey,
} from "../../../../workflows/activity/reader-key-admin"
import { AdminCreateReaderKeyType, AdminGetReaderKeysType } from "./validators"

/** Keys of systems outside the shop, newest first, whatever their state. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ListReaderKeysResponse>
) => {
  const page = req.validatedQuery as AdminGetReaderKeysType
  const { reader_keys, count } = await listReaderKeys(page, req.scope)
  res.json({ reader_keys, count, offset: page.offset, limit: page.limit })
}

/** Makes a key. The secret is in this answer only. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateReaderKeyType>,
  res: MedusaResponse<CreatedReaderKeyResponse>
) => {
  const { id, secret } = await issueReaderKey(
    req.validatedBody,
    actorFromRequest(req),
    req.scope
  )
  res.set("Cache-Control", "no-store")
  res.json({ reader_key: await retrieveReaderKey(id, req.scope), secret })
}
