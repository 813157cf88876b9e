import { IncomingMessage } from "node:http"

/**
 * Where a request comes from. Each proxy appends to `X-Forwarded-For` whom it
 * heard the request from; what stands before that anybody may have written.
 *
 * @param trustedProxies - proxies of ours that each request comes through
 */
export function clientAddress(
  req: Pick<IncomingMessage, "headers" | "socket">,
  trustedProxies: number
): string | undefined {
  const forwarded = [req.headers["x-forwarded-for"] ?? []].flat().join(",")
  const nearestFirst = [
    req.socket.remoteAddress ?? "",
    ...forwarded
      .split(",")
      .map((address) => address.trim())
      .filter(Boolean)
      .reverse(),
  ]
  const address =
    nearestFirst[Math.min(trustedProxies, nearestFirst.length - 1)]
  return address || undefined
}
