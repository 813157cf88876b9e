/** One press of Ctrl-C arrives twice: from the terminal and passed on by npm. */
const SAME_PRESS_MS = 500

/**
 * Counts requests to stop.
 *
 * @param onFirst - stop in order
 * @param onSecond - the person asked again: stop at once
 * @param now - milliseconds, for tests
 * @returns to be called with each signal
 */
export function stopRequests(
  onFirst: () => void,
  onSecond: () => void,
  now: () => number = Date.now
): () => void {
  let first: number | undefined
  return () => {
    if (first === undefined) {
      first = now()
      onFirst()
    } else if (now() - first > SAME_PRESS_MS) {
      onSecond()
    }
  }
}
