/**
 * Message ids: microseconds since 1970, one more than the last where the clock
 * has not moved on. So they grow even across a restart, and stay below 2^53.
 * The Redis script counts by the same rule.
 */
export class Sequence {
  private last = 0

  next(nowMs: number = Date.now()): string {
    this.last = Math.max(this.last + 1, nowMs * 1000)
    return String(this.last)
  }

  /** Takes note of an id given elsewhere, so that ours come after it. */
  observe(id: string): void {
    this.last = Math.max(this.last, Number(id) || 0)
  }
}
