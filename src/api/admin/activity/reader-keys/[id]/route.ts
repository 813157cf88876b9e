import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import type { ReaderKeyResponse } from "../../../../../sdk/types"
import { retrieveReaderKey } from "../../../../../workflows/activity/reader-key-admin"

/** A key; of its secret the last four characters. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ReaderKeyResponse>
) => {
  res.json({ reader_key: await retrieveReaderKey(req.params.id, req.scope) })
}
