import { factPath, factText } from "./fact-text"
import type { FactDelta, FactKind } from "./kinds"
import { isPageView, RolledEvent } from "./rolled-event"

/** Characters kept of a name, of a search and of an id. */
const MAX_NAME = 100
const MAX_SEARCH = 80
const MAX_ID = 64

const UNNAMED = "(unknown)"

/** The words by which machines say what they are. */
const MACHINE =
  /[\w.-]*(?:bot|crawl|spider|slurp|externalhit|headless|lighthouse|preview)[\w.-]*/i
const FIRST_WORD = /^[\w.-]+/

/** What an event adds to the counts of its day. */
export function eventFacts(event: RolledEvent): FactDelta[] {
  const one = (kind: FactKind, value: string | null): FactDelta => ({
    day: event.day,
    source_id: event.source_id,
    kind,
    value: value ?? UNNAMED,
    events: 1,
  })
  if (event.is_bot) {
    return [one("event_bot", machineName(event.user_agent))]
  }
  const facts = [one("event", eventName(event))]
  if (isPageView(event)) {
    facts.push(one("page", pagePath(event)))
  }
  if (event.type === "track" && event.name === "Product Viewed") {
    facts.push(one("product_viewed", factText(event.product_id, MAX_ID)))
  }
  if (event.type === "track" && event.name === "Products Searched") {
    facts.push(one("search", factText(event.query?.toLowerCase(), MAX_SEARCH)))
  }
  return facts
}

/** The page an event happened on, or the screen's name; null for neither. */
export function pagePath(
  event: Pick<RolledEvent, "path" | "url" | "name">
): string | null {
  return (
    factPath(event.path) ??
    factPath(event.url) ??
    factText(event.name, MAX_NAME)
  )
}

function eventName({ type, name }: RolledEvent): string | null {
  return type === "track" ? factText(name, MAX_NAME) : type
}

function machineName(agent: string | null): string | null {
  const [found] =
    MACHINE.exec(agent ?? "") ?? FIRST_WORD.exec(agent ?? "") ?? []
  return factText(found?.toLowerCase(), MAX_NAME)
}
