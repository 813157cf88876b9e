import type { Outcome } from "./outbox"

/**
 * Sends JSON as plain text, which browsers let through to another origin
 * without asking first. It outlives the page, as a beacon does; unlike a beacon
 * it takes no cookie along and gets an answer.
 */
export async function post(url: string, body: string): Promise<Outcome> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      body,
      credentials: "omit",
      // Where it is unknown, the next page sends what did not arrive.
      keepalive: true,
    })
    const { status, headers } = answer
    if (status === 408 || status === 429 || status >= 500) {
      return Number(headers.get("retry-after")) || 0
    }
    // The collector answers in JSON; a network's log-in page does not.
    await answer.json()
    return null
  } catch {
    // No connection, or somebody else's answer: the same ids are sent again.
    return 0
  }
}
