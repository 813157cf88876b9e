import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { sendWebScript } from "../../../lib/serve-script"

/**
 * Our own tracking snippet, for a script element on any site: `data-key` is a
 * publishable API key. Browsers keep it for an hour and ask then whether it has
 * changed (`ETag`).
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  await sendWebScript(req, res, "snippet")
}
