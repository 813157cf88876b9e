/** A month of events, in UTC: `from` inclusive, `to` exclusive. */
export type Partition = { name: string; from: string; to: string }

/** Months made ahead, so that a job that fails for weeks loses nothing. */
export const MONTHS_AHEAD = 3

/** The month an instant falls in and the `ahead` months after it. */
export function partitionsFrom(
  now: Date,
  ahead: number = MONTHS_AHEAD
): Partition[] {
  return Array.from({ length: ahead + 1 }, (_, offset) => {
    const from = monthStart(now, offset)
    return {
      name: `event_${from.slice(0, 4)}_${from.slice(5, 7)}`,
      from,
      to: monthStart(now, offset + 1),
    }
  })
}

function monthStart(now: Date, offset: number): string {
  return new Date(
    Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1)
  ).toISOString()
}
