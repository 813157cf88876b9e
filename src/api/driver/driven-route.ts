import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { findDrivenRoute } from "../../workflows/delivery/driver-state"
import { takeToken } from "../track/hide-token"

/**
 * Opens a driver's link: takes the token out of the log, keeps the answer out
 * of caches, and gives the id of the route.
 *
 * @throws MedusaError NOT_FOUND for links that are unknown, cut short, taken
 * back or expired: all alike
 */
export async function openLink<T>(
  req: MedusaRequest,
  res: MedusaResponse<T>
): Promise<{ routeId: string; token: string }> {
  const token = takeToken(req)
  res.set({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" })
  const route = await findDrivenRoute(token, req.scope)
  if (!route) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "This link is not known or works no more: ask the shop for a new one"
    )
  }
  return { routeId: route.id, token }
}
