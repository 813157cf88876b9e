import { MedusaRequest } from "@medusajs/framework/http"

/**
 * Gives the token of a request to a public link and takes it out of the URL
 * that Medusa's request log prints when the response is done: who reads a log
 * must not be able to open the links of customers and drivers.
 */
export function takeToken(req: MedusaRequest): string {
  const { token } = req.params
  req.originalUrl = req.originalUrl.replace(
    encodeURIComponent(token),
    "[token]"
  )
  return token
}
