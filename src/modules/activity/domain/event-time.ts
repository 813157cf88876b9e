/** Nothing older is believed: a clock that was never set says 1970. */
const OLDEST_MS = 10 * 365 * 24 * 60 * 60_000

/**
 * When an event happened, by our clock. Segment's rule for clients whose clock
 * is wrong: what matters is how long before sending it happened.
 *
 * `timestamp = receivedAt - (sentAt - originalTimestamp)`
 *
 * An event cannot have happened after it arrived; one that claims to be older
 * than ten years is taken as happening now, its clock is broken.
 *
 * @param times.original - when it happened, by the client's clock
 * @param times.sent - when it was sent, by the same clock
 */
export function eventTime(times: {
  original: Date | null
  sent: Date | null
  received: Date
}): Date {
  const { original, sent, received } = times
  if (!original) {
    return received
  }
  const at = sent
    ? received.getTime() - (sent.getTime() - original.getTime())
    : original.getTime()
  const believable =
    at <= received.getTime() && at >= received.getTime() - OLDEST_MS
  return believable ? new Date(at) : received
}
