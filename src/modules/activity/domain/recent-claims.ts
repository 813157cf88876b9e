import type { VisitorClaim } from "./claims"

/** How many visitors are remembered, and for how long, in ms. */
const MAX_VISITORS = 20_000
const KEPT_MS = 30_000

/**
 * Who used which browser a moment ago, so that a visitor whose every event says
 * the same does not cost a statement each time. Of one process: another may have
 * seen somebody else at the browser meanwhile, so nothing is believed for long.
 */
export class RecentClaims {
  private readonly visitors = new Map<
    string,
    { customer_id: string; at: number; until: number }
  >()

  /** True when the store was told the same a moment ago. */
  knows({ anonymous_id, customer_id }: VisitorClaim, now: number): boolean {
    const known = this.visitors.get(anonymous_id)
    return known?.customer_id === customer_id && known.until > now
  }

  /** Remembers what the store was told; a claim that came late says nothing new. */
  add({ anonymous_id, customer_id, at }: VisitorClaim, now: number): void {
    const known = this.visitors.get(anonymous_id)
    if (known && known.until > now && known.at > at.getTime()) {
      return
    }
    this.visitors.delete(anonymous_id)
    this.visitors.set(anonymous_id, {
      customer_id,
      at: at.getTime(),
      until: now + KEPT_MS,
    })
    if (this.visitors.size > MAX_VISITORS) {
      const [oldest] = this.visitors.keys()
      this.visitors.delete(oldest)
    }
  }

  /** Forgets a browser, because its turn was decided elsewhere. */
  forget(anonymous_id: string): void {
    this.visitors.delete(anonymous_id)
  }
}
