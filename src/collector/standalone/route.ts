import { CollectorPath, readPath } from "../calls"

/** Where the paths are served, as well as at the root. */
export const PREFIX = "/collect"

/** What a request to this process asks for. */
export type Route =
  | { kind: "health" }
  | { kind: "snippet" }
  | { kind: "collect"; path: CollectorPath; prefix: "" | typeof PREFIX }

/**
 * @param url - of the request, with or without a query
 * @returns null for what is not served here
 */
export function readRoute(url: string): Route | null {
  const [path = ""] = url.split("?")
  if (path === "/health") {
    return { kind: "health" }
  }
  if (path === `${PREFIX}/snippet.js`) {
    return { kind: "snippet" }
  }
  const prefix = path.startsWith(`${PREFIX}/`) ? PREFIX : ""
  const found = readPath(path.slice(prefix.length))
  return found && { kind: "collect", path: found, prefix }
}
