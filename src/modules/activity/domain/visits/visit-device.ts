import { deviceOf } from "../device"
import type { RolledEvent } from "../facts/rolled-event"

/** Answers are kept: most events come from few browsers. */
const MAX_KNOWN = 2_000
/** The first part says what it is; longer ones share a place. */
const MAX_LENGTH = 300

const known = new Map<string, string>()

/**
 * The class of the device that sent an event, by its user agent; where that says
 * nothing by the Client Hint. `unknown` when neither does.
 */
export function visitDevice({
  user_agent,
  is_mobile,
}: Pick<RolledEvent, "user_agent" | "is_mobile">): string {
  const byAgent = user_agent
    ? classOf(user_agent.slice(0, MAX_LENGTH))
    : "unknown"
  if (byAgent !== "unknown" || is_mobile === null) {
    return byAgent
  }
  return is_mobile === "true" ? "mobile" : "desktop"
}

function classOf(agent: string): string {
  const answer = known.get(agent)
  if (answer !== undefined) {
    return answer
  }
  if (known.size >= MAX_KNOWN) {
    known.clear()
  }
  const found = deviceOf(agent).class
  known.set(agent, found)
  return found
}
