import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { checkReadiness } from "./readiness"
import { toLines } from "./verdict"

/**
 * Whether this process can serve, for load balancers and monitors: 200 or 503
 * with a line per dependency (`database ok 2ms`), or JSON when `Accept` asks
 * for it. Public, and therefore without messages.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { ready, checks } = await checkReadiness(req.scope)
  res.status(ready ? 200 : 503).set("Cache-Control", "no-store")
  if (req.accepts(["text", "json"]) === "json") {
    res.json({
      ready,
      checks: checks.map(({ name, status, latency_ms }) => ({
        name,
        status,
        latency_ms,
      })),
    })
    return
  }
  res.type("text/plain").send(toLines(checks))
}
