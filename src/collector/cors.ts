import { IncomingMessage, ServerResponse } from "node:http"

/** What the browser clients send beside the harmless headers. */
const REQUEST_HEADERS =
  "authorization, content-type, content-encoding, anonymousid, sentat, x-retry-count"

/** Names of headers, as a preflight lists them. */
const HEADER_NAMES = /^[\w-]+(\s*,\s*[\w-]+)*$/

/** Chromium believes a preflight for two hours at most, in seconds. */
const PREFLIGHT_SECONDS = 7_200

/**
 * Any page may send events: the key says for whom, no cookie is read. A beacon
 * carries cookies whether it wants to or not, so they are allowed. So is every
 * header that is asked for: what watches a page's requests adds its own to them
 * (`traceparent`, `sentry-trace`), and would keep the events from arriving.
 */
export function allowCrossOrigin(
  req: IncomingMessage,
  res: ServerResponse
): void {
  const { origin } = req.headers
  res.setHeader("Vary", "Origin")
  if (!origin) {
    return
  }
  res.setHeader("Access-Control-Allow-Origin", origin)
  res.setHeader("Access-Control-Allow-Credentials", "true")
  res.setHeader("Access-Control-Expose-Headers", "Retry-After")
  if (req.method === "OPTIONS") {
    res.setHeader("Vary", "Origin, Access-Control-Request-Headers")
    res.setHeader("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
    res.setHeader("Access-Control-Allow-Headers", allowedHeaders(req))
    res.setHeader("Access-Control-Max-Age", String(PREFLIGHT_SECONDS))
  }
}

function allowedHeaders({ headers }: IncomingMessage): string {
  const asked = headers["access-control-request-headers"]
  return asked && HEADER_NAMES.test(asked)
    ? `${REQUEST_HEADERS}, ${asked}`
    : REQUEST_HEADERS
}
