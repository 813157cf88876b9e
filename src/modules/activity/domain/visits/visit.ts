/** A visit as the rule makes it and as it is stored. */
export type Visit = {
  source_id: string
  anonymous_id: string
  started_at: Date
  ended_at: Date
  /** On which it began: `YYYY-MM-DD` in the shop's zone. */
  day: string
  /** Pages and screens seen. */
  pages: number
  /** Pages, screens and tracked events. */
  events: number
  entry_path: string | null
  entry_at: Date | null
  exit_path: string | null
  exit_at: Date | null
  /** Host of the page that led here, when it is not the shop's own. */
  referrer: string | null
  source: string
  medium: string
  campaign: string | null
  /** The address said where the visit came from. */
  is_tagged: boolean
  device: string
  is_returning: boolean
  is_first_of_day: boolean
}

/** A visit that is stored; the id stays when the visit grows. */
export type StoredVisit = Visit & { id: string }

/** A visit that may be stored already. */
export type FoldedVisit = Visit & {
  id?: string
  /** Of one event that says how long a page was looked at: since when. */
  since?: Date
}

/** Below this a visit that saw one page has not looked at it, in ms. */
export const BOUNCE_MS = 10_000

/**
 * Whether nobody stayed: at most one page, and nothing more was heard within
 * ten seconds. Somebody who reads a page for a minute is no bounce, if the
 * client says when the page is left.
 */
export function isBounce({
  pages,
  started_at,
  ended_at,
}: Pick<Visit, "pages" | "started_at" | "ended_at">): boolean {
  return pages <= 1 && ended_at.getTime() - started_at.getTime() < BOUNCE_MS
}
