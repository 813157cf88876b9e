import { IncomingMessage } from "node:http"

import { isObject } from "./wire"

/**
 * The write key a client sent ahead of its body: as user of Basic
 * authentication (Segment, RudderStack), or in the query (beacons).
 */
export function writeKeyOf(
  req: Pick<IncomingMessage, "headers">,
  query: URLSearchParams
): string | null {
  const [scheme, value] = (req.headers.authorization ?? "").split(" ")
  if (scheme?.toLowerCase() === "basic" && value) {
    const [user] = Buffer.from(value, "base64").toString("utf8").split(":")
    if (user) {
      return user
    }
  }
  return query.get("writeKey") || null
}

/** The write key inside a body, where clients that send no header put it. */
export function writeKeyIn(body: unknown): string | null {
  const key = isObject(body) ? body.writeKey : null
  return typeof key === "string" && key ? key : null
}
