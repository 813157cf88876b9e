import type { PlacedEntry } from "./source"

/** What one source answered, newest first. */
export type Stream = { kind: string; entries: PlacedEntry[] }

/** Per kind the place after which it goes on. */
export type Positions = Record<string, string>

/**
 * Takes the newest entries of several streams.
 *
 * @param streams - each with at least `limit` entries, unless it has no more
 * @returns the page, and how far each stream has been read by it
 */
export function mergeNewest(
  streams: readonly Stream[],
  limit: number
): { entries: PlacedEntry["entry"][]; read: Positions; more: boolean } {
  const all = streams.flatMap(({ kind, entries }) =>
    entries.map((placed) => ({ ...placed, kind }))
  )
  // Sorting keeps the order within a stream, also of what happened at once.
  all.sort(
    (one, other) => Date.parse(other.entry.at) - Date.parse(one.entry.at)
  )
  const page = all.slice(0, limit)
  const read: Positions = {}
  for (const { kind, position } of page) {
    read[kind] = position
  }
  return {
    entries: page.map(({ entry }) => entry),
    read,
    more: all.length > limit,
  }
}
