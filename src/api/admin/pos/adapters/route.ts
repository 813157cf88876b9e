import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import type { ListPosAdaptersResponse } from "../../../../sdk/types"
import { listAdapters } from "../../../../workflows/pos/list-adapters"

/** What can be connected, and what each can do. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ListPosAdaptersResponse>
) => {
  res.json({ adapters: await listAdapters(req.scope) })
}
