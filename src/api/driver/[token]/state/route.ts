import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import type { DriverState } from "../../../../sdk/types"
import { readDriverState } from "../../../../workflows/delivery/driver-state"
import { openLink } from "../../driven-route"

/** The route behind a driver's link, with what is needed at each open stop. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<DriverState>
) => {
  const { routeId } = await openLink(req, res)
  res.json(await readDriverState(routeId, req.scope))
}
