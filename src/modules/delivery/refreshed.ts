/** How old what a process keeps in memory may be, in milliseconds. */
export const MOST_AGE_MS = 1_000

/**
 * Something read from the database that every request needs, kept in memory.
 *
 * It is read again by whoever asks for it when it is older than `MOST_AGE_MS`:
 * one at a time, the others wait for that one. So a process follows what another
 * one wrote within a second, and what it wrote itself at once, when it says so
 * with `forget`.
 */
export class Refreshed<T> {
  private kept: { value: T; readAt: number } | null = null
  private last: T | null = null
  private reading: { value: Promise<T>; writes: number } | null = null
  private writes = 0

  /** @param clock - milliseconds that never go back */
  constructor(private readonly clock: () => number = () => performance.now()) {}

  /**
   * @param read - asked only when the value is too old, with the one before
   */
  async get(read: (before: T | null) => Promise<T>): Promise<T> {
    const now = this.clock()
    if (this.kept && now - this.kept.readAt < MOST_AGE_MS) {
      return this.kept.value
    }
    // What was begun before a write may not have seen it.
    if (this.reading?.writes !== this.writes) {
      this.reading = { value: this.read(read, now), writes: this.writes }
    }
    return this.reading.value
  }

  /** Has the value read again by whoever asks next: it was just changed. */
  forget(): void {
    this.writes++
    this.kept = null
  }

  private async read(
    read: (before: T | null) => Promise<T>,
    readAt: number
  ): Promise<T> {
    const { writes } = this
    try {
      const value = await read(this.last)
      if (writes === this.writes) {
        this.kept = { value, readAt }
      }
      this.last = value
      return value
    } finally {
      if (this.reading?.writes === writes) {
        this.reading = null
      }
    }
  }
}
