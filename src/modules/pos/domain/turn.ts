/** A connection that fails is asked less and less often, down to a sixteenth. */
const MOST_DOUBLINGS = 4
/** The job looks at fixed moments: a turn that is almost due is taken. */
const EARLY = 0.1

/**
 * The moment before which the last turn must lie for the next one to be due.
 *
 * @param everyMs - the interval while the connection works
 * @param failures - calls that failed in a row
 */
export function turnDueBefore(
  now: Date,
  everyMs: number,
  failures: number
): Date {
  const doublings = Math.min(Math.max(failures, 0), MOST_DOUBLINGS)
  const pause = everyMs * 2 ** doublings * (1 - EARLY)
  return new Date(now.getTime() - pause)
}
