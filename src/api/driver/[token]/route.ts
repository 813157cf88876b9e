import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { sendWebPage } from "../../../lib/serve-asset"
import { takeToken } from "../../track/hide-token"

/**
 * The page behind a driver's link. Any link gets the page: it asks for the
 * state itself and knows how to say that a link is not known.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const token = takeToken(req)
  if (req.path.endsWith("/")) {
    // The page's relative addresses hold without the slash only.
    res.redirect(308, `../${encodeURIComponent(token)}`)
    return
  }
  await sendWebPage(res, "driver")
}
