import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { TrackerState } from "../../../../sdk/types"
import { takeToken } from "../../hide-token"
import { findTracked, readTrackerState, unknownLink } from "../../read-tracked"

/** Where a delivery stands, for who has its link. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<TrackerState>
) => {
  res.set({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" })
  const booking = await findTracked(req.scope, takeToken(req))
  if (!booking) {
    throw unknownLink()
  }
  res.json(await readTrackerState(req.scope, booking))
}
