import type { FactDelta } from "../facts/kinds"
import type { RolledEvent } from "../facts/rolled-event"
import { foldVisits } from "./fold-visits"
import type { FoldedVisit, StoredVisit, Visit } from "./visit"
import { visitFacts } from "./visit-facts"

/** What new events change in a visitor's visits. */
export type VisitChanges = {
  /** Stored ones that are no longer what they were. */
  removed: StoredVisit[]
  /** What takes their place, and new ones. */
  written: FoldedVisit[]
  facts: FactDelta[]
}

/**
 * @param stored - visits of one visitor: the last before the first day of the
 * events, all of the days of the events and those that begin within half an hour
 * after, and the one that comes next
 * @param events - new ones of the visitor, in the order of arrival, at least one
 */
export function changeVisits(
  stored: readonly StoredVisit[],
  events: readonly (RolledEvent & { anonymous_id: string })[]
): VisitChanges {
  const days = events.map(({ day }) => day).sort()
  const visits = markFirsts(foldVisits(stored, events), days[0])
  const before = new Map(stored.map((visit) => [visit.id, visit]))
  const written = visits.filter(({ id, since: _since, ...visit }) => {
    const was = id === undefined ? undefined : before.get(id)
    return !was || !isSame(was, visit)
  })
  const kept = new Set(
    visits.filter((visit) => !written.includes(visit)).map(({ id }) => id)
  )
  const removed = stored.filter(({ id }) => !kept.has(id))
  return {
    removed,
    written,
    facts: [
      ...removed.flatMap((visit) => visitFacts(visit, -1)),
      ...written.flatMap((visit) => visitFacts(visit, 1)),
    ],
  }
}

/**
 * Says which visits are their visitor's first ever, and the first of their day.
 * What is stored of the first that is known stays: others may be before it, and
 * some are gone, because they are kept for a time only.
 *
 * @param fromDay - visits of earlier days are not all known, and stay as they are
 */
function markFirsts(
  visits: readonly FoldedVisit[],
  fromDay: string
): FoldedVisit[] {
  const days = new Set<string>()
  return visits.map((visit, index) => {
    const isFirst = !days.has(visit.day)
    days.add(visit.day)
    return {
      ...visit,
      is_returning: index > 0 || visit.is_returning,
      is_first_of_day: visit.day < fromDay ? visit.is_first_of_day : isFirst,
    }
  })
}

function isSame({ id: _id, ...was }: StoredVisit, is: Visit): boolean {
  const keys = Object.keys(was) as (keyof Visit)[]
  return keys.every((key) => valueOf(was[key]) === valueOf(is[key]))
}

const valueOf = (value: Visit[keyof Visit]) =>
  typeof value === "object" && value !== null ? value.getTime() : value
