/**
 * Keeps calls below a vendor's limit: never more than `limit` in any 60
 * seconds, whenever the vendor's own minute begins. One per connection and
 * endpoint class, in this process.
 */
export class RateWindow {
  private readonly calls: number[] = []
  private blockedUntil = 0

  constructor(private readonly limit: number) {}

  /**
   * Takes one call if there is room.
   *
   * @param now - milliseconds
   * @returns 0 when it was taken, else the milliseconds until there is room
   */
  take(now: number): number {
    if (now < this.blockedUntil) {
      return this.blockedUntil - now
    }
    while (this.calls.length && this.calls[0] <= now - WINDOW_MS) {
      this.calls.shift()
    }
    if (this.calls.length >= this.limit) {
      return this.calls[0] + WINDOW_MS - now
    }
    this.calls.push(now)
    return 0
  }

  /** The vendor said that it is enough. */
  blockUntil(instant: number): void {
    this.blockedUntil = Math.max(this.blockedUntil, instant)
  }
}

export const WINDOW_MS = 60_000

/** Shared by every session of a connection: the vendor counts per key. */
const windows = new Map<string, RateWindow>()

/** The window of a connection's endpoint class. */
export function rateWindow(
  connectionId: string,
  endpointClass: string,
  limit: number
): RateWindow {
  const key = `${connectionId}:${endpointClass}`
  const existing = windows.get(key)
  if (existing) {
    return existing
  }
  const created = new RateWindow(limit)
  windows.set(key, created)
  return created
}
