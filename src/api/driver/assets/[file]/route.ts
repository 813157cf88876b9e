import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { sendWebFile } from "../../../../lib/serve-asset"

/** The script, style and images of the driver's page, by their hashed names. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  await sendWebFile(req, res, req.params.file)
}
