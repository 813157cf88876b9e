import { IncomingHttpHeaders } from "node:http"

import { isbot } from "isbot"

/** Answers are kept: most events come from few browsers. */
const MAX_KNOWN = 2_000
/** Longer ones are no browser's, in characters. */
const MAX_LENGTH = 1_024

const known = new Map<string, boolean>()

/**
 * Whether an event was sent by a machine that says so. What the event itself
 * says of its browser wins; a server that reports for its visitors has a user
 * agent of its own, so that of the request counts only when a browser sent it.
 *
 * @param userAgent - `context.userAgent` of the event
 */
export function isBotAgent(
  userAgent: unknown,
  headers: IncomingHttpHeaders
): boolean {
  if (typeof userAgent === "string" && userAgent) {
    return isBotName(userAgent)
  }
  const isBrowser = headers.origin || headers["sec-fetch-site"]
  return isBrowser ? isBotName(headers["user-agent"] ?? "") : false
}

function isBotName(agent: string): boolean {
  const name = agent.slice(0, MAX_LENGTH)
  const answer = known.get(name)
  if (answer !== undefined) {
    return answer
  }
  if (known.size >= MAX_KNOWN) {
    known.clear()
  }
  const found = isbot(name)
  known.set(name, found)
  return found
}
