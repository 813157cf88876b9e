import { pagePath } from "../facts/event-facts"
import { isPageView, RolledEvent } from "../facts/rolled-event"
import { attributionOf } from "./attribution"
import { visitDevice } from "./visit-device"
import type { FoldedVisit, StoredVisit, Visit } from "./visit"

const MINUTE_MS = 60_000

/** A pause that ends a visit, in ms. */
export const PAUSE_MS = 30 * MINUTE_MS

/**
 * How old a visit is at least when a new campaign ends it, in ms: somebody who
 * sends a campaign with every event makes no more visits than that.
 */
export const MIN_VISIT_MS = 30_000

/**
 * How long after it happened an event may arrive to count in a visit, in ms.
 * Telephones keep events while they are offline; what is older is history that
 * somebody imports, and counts in the facts of its day only.
 */
export const LATE_MS = 7 * 24 * 60 * MINUTE_MS

/**
 * How long a page is believed to have been looked at, in ms: an event that says
 * so comes when the page is left. What is longer is a tab that was forgotten.
 */
const MAX_DWELL_MS = 4 * 60 * MINUTE_MS

/**
 * Whether an event is part of a visit: a page, a screen or a tracked event that
 * a visitor's device sent within a week. A server that reports an order is not
 * a visitor looking at the shop, nor is a tab that is closed the next day.
 */
export function isVisitEvent<Event extends RolledEvent>(
  event: Event
): event is Event & { anonymous_id: string } {
  return (
    event.anonymous_id !== null &&
    !event.is_bot &&
    event.is_from_device &&
    (isPageView(event) || event.type === "track") &&
    Number(event.left_after_seconds ?? 0) * 1_000 <= PAUSE_MS &&
    event.received_at.getTime() - event.occurred_at.getTime() <= LATE_MS
  )
}

/**
 * The visits of one visitor, by this rule: the visitor's events in the order of
 * their happening; a visit ends with a pause of more than half an hour, in which
 * no page was looked at as far as the client says, and when a page is opened whose address names another campaign than the one the visit
 * came by, half a minute or more after it began.
 *
 * It can be asked again with what came later. The visits are the same as if all
 * had been asked at once
 * - whatever the portions, as long as a visitor's events come in the order they
 *   happened, and
 * - in any order at all, where no campaign is named.
 *
 * An event that comes late is counted in the visit it falls into, joins two
 * between which it closes the gap, and divides none.
 *
 * @param stored - the visitor's visits that the events can touch
 * @param events - new ones of the visitor, in the order of arrival
 * @returns all of them, in the order of time; an id means that it was stored
 */
export function foldVisits(
  stored: readonly StoredVisit[],
  events: readonly (RolledEvent & { anonymous_id: string })[]
): FoldedVisit[] {
  const parts: FoldedVisit[] = [...stored, ...events.map(visitOf)].sort(
    (a, b) => a.started_at.getTime() - b.started_at.getTime()
  )
  const visits: FoldedVisit[] = []
  for (const part of parts) {
    const last = visits.at(-1)
    if (last && belongTogether(last, part)) {
      visits[visits.length - 1] = join(last, part)
    } else {
      visits.push(part)
    }
  }
  return visits
}

function visitOf(event: RolledEvent & { anonymous_id: string }): FoldedVisit {
  const dwell = dwellOf(event)
  const isPage = isPageView(event)
  const path = isPage ? pagePath(event) : null
  const pageAt = isPage ? event.occurred_at : null
  return {
    source_id: event.source_id,
    anonymous_id: event.anonymous_id,
    started_at: event.occurred_at,
    ended_at: event.occurred_at,
    day: event.day,
    pages: isPage ? 1 : 0,
    events: 1,
    entry_path: path,
    entry_at: pageAt,
    exit_path: path,
    exit_at: pageAt,
    ...attributionOf(event),
    device: visitDevice(event),
    is_returning: false,
    is_first_of_day: false,
    ...(dwell > 0
      ? { since: new Date(event.occurred_at.getTime() - dwell) }
      : {}),
  }
}

function dwellOf({ dwell_seconds }: RolledEvent): number {
  const ms = Number(dwell_seconds ?? 0) * 1_000
  return ms > 0 && ms <= MAX_DWELL_MS ? ms : 0
}

/** @param right - begins with or after `left` */
function belongTogether(left: Visit, right: FoldedVisit): boolean {
  const end = left.ended_at.getTime()
  if (right.started_at.getTime() < end) {
    return true
  }
  const since = (right.since ?? right.started_at).getTime()
  return since - end <= PAUSE_MS && !isNewCampaign(left, right)
}

function isNewCampaign(left: Visit, right: Visit): boolean {
  return (
    left.pages > 0 &&
    right.pages > 0 &&
    right.is_tagged &&
    right.started_at.getTime() - left.started_at.getTime() >= MIN_VISIT_MS &&
    !(left.is_tagged && isSameCampaign(left, right))
  )
}

const isSameCampaign = (left: Visit, right: Visit) =>
  left.source === right.source &&
  left.medium === right.medium &&
  left.campaign === right.campaign

/** Where a visit came from is what its first page says. */
function join(left: FoldedVisit, right: FoldedVisit): FoldedVisit {
  const entry = hasEarlierPage(right, left) ? right : left
  const exit = hasLaterPage(right, left) ? right : left
  const known = left.id ? left : right
  return {
    ...left,
    id: known.id,
    since: undefined,
    is_returning: known.is_returning,
    ended_at: left.ended_at > right.ended_at ? left.ended_at : right.ended_at,
    pages: left.pages + right.pages,
    events: left.events + right.events,
    entry_path: entry.entry_path,
    entry_at: entry.entry_at,
    exit_path: exit.exit_path,
    exit_at: exit.exit_at,
    referrer: entry.referrer,
    source: entry.source,
    medium: entry.medium,
    campaign: entry.campaign,
    is_tagged: entry.is_tagged,
    device: left.device === "unknown" ? right.device : left.device,
  }
}

const hasEarlierPage = (one: Visit, other: Visit) =>
  one.entry_at !== null &&
  (other.entry_at === null || one.entry_at < other.entry_at)

/** Of two pages at the same instant the one that came later. */
const hasLaterPage = (one: Visit, other: Visit) =>
  one.exit_at !== null &&
  (other.exit_at === null || one.exit_at >= other.exit_at)
