/** How lots that wait are written together. */
export type GroupCommitOptions<Lot, Result> = {
  /**
   * Writes lots in one go, and commits.
   *
   * @returns a result for each, in their order
   */
  write(lots: readonly Lot[]): Promise<readonly Result[]>
  /** What a lot adds to a flush, for example its number of rows. */
  sizeOf(lot: Lot): number
  /** A flush takes lots until they have this size; one alone may be larger. */
  maxSize: number
  /** Flushes at work at once; asked whenever one might begin. */
  maxFlushes(): number
  /** Who has waited longer than this for a flush to begin is sent away, in ms. */
  maxWaitMs: number
  /** Milliseconds, never running backwards. */
  clock?: () => number
}

type Waiting<Lot, Result> = {
  lot: Lot
  since: number
  resolve(result: Result): void
  reject(error: unknown): void
}

/** The store is so slow that a lot was not even tried in time. */
export class WaitedTooLong extends Error {
  override name = "WaitedTooLong"
}

/**
 * Lets lots that come at the same time share one write: what waits while a
 * flush is at work goes together with the next. Nobody waits for company: a lot
 * that comes alone is written at once, and the more there is to do, the larger
 * the flushes become.
 *
 * Each caller learns the result of its own lot, and only once it is committed.
 * When a write fails, all of its lots fail with its error, since nobody knows
 * what became of them.
 */
export class GroupCommit<Lot, Result> {
  private readonly waiting: Waiting<Lot, Result>[] = []
  private readonly flushes = new Set<Promise<void>>()
  private isBeginning = false

  constructor(private readonly options: GroupCommitOptions<Lot, Result>) {}

  /**
   * Has a lot written.
   *
   * @throws what the write threw; WaitedTooLong when it was not tried
   */
  add(lot: Lot): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ lot, since: this.now(), resolve, reject })
      this.beginSoon()
    })
  }

  /** Returns when everything that was added is written, or has failed. */
  async drain(): Promise<void> {
    this.begin()
    while (this.flushes.size) {
      await Promise.race(this.flushes)
    }
  }

  /** After the sockets that have something to say were heard: no time is lost. */
  private beginSoon(): void {
    if (!this.isBeginning) {
      this.isBeginning = true
      setImmediate(() => {
        this.isBeginning = false
        this.begin()
      })
    }
  }

  private begin(): void {
    this.sendAway()
    const most = Math.max(1, this.options.maxFlushes())
    while (this.waiting.length && this.flushes.size < most) {
      const flush = this.flush(this.take()).finally(() => {
        this.flushes.delete(flush)
        this.begin()
      })
      this.flushes.add(flush)
    }
  }

  private take(): Waiting<Lot, Result>[] {
    const { sizeOf, maxSize } = this.options
    let count = 0
    let size = 0
    do {
      size += sizeOf(this.waiting[count].lot)
      count++
    } while (
      count < this.waiting.length &&
      size + sizeOf(this.waiting[count].lot) <= maxSize
    )
    return this.waiting.splice(0, count)
  }

  private async flush(taken: readonly Waiting<Lot, Result>[]): Promise<void> {
    try {
      const results = await this.options.write(taken.map(({ lot }) => lot))
      taken.forEach(({ resolve }, index) => resolve(results[index]))
    } catch (error) {
      taken.forEach(({ reject }) => reject(error))
    }
  }

  /** The oldest stand first. */
  private sendAway(): void {
    const { maxWaitMs } = this.options
    const latest = this.now() - maxWaitMs
    const patient = this.waiting.findIndex(({ since }) => since >= latest)
    const late = this.waiting.splice(
      0,
      patient === -1 ? this.waiting.length : patient
    )
    for (const { reject } of late) {
      reject(new WaitedTooLong(`Not written within ${maxWaitMs} ms`))
    }
  }

  private now(): number {
    return (this.options.clock ?? (() => performance.now()))()
  }
}
