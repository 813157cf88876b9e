import { Logger } from "@medusajs/framework/types"

/** What waits at most, and for how long while the store is away, in ms. */
const MAX_WAITING = 1_000
const KEPT_MS = 10 * 60_000
const LONGEST_PAUSE_MS = 30_000

type Waiting = { since: number; record: () => Promise<void> }

export type LoginQueueOptions = {
  logger: Pick<Logger, "warn">
  /** Milliseconds, never running backwards. */
  clock?: () => number
  /** Waits that many ms. */
  pause?: (ms: number) => Promise<void>
}

/**
 * Records log-ins after their answers have gone, one after the other. Whoever
 * logs in waits for nothing and learns of nothing: while the store is away
 * records wait here, the oldest for ten minutes, and what is too much is counted
 * and left out.
 */
export class LoginQueue {
  private readonly waiting: Waiting[] = []
  private working: Promise<void> | null = null
  private lost = 0
  private readonly clock: () => number
  private readonly pause: (ms: number) => Promise<void>

  constructor(private readonly options: LoginQueueOptions) {
    this.clock = options.clock ?? (() => performance.now())
    this.pause = options.pause ?? unhurried
  }

  /** Takes a record; never throws and never waits. */
  add(record: () => Promise<void>): void {
    if (this.waiting.length >= MAX_WAITING) {
      this.lost++
      return
    }
    this.waiting.push({ since: this.clock(), record })
    this.working ??= this.work().finally(() => (this.working = null))
  }

  /** Returns when nothing waits any more. */
  async drained(): Promise<void> {
    while (this.working) {
      await this.working
    }
  }

  private async work(): Promise<void> {
    let failures = 0
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      try {
        // After the answer: not even its last bytes wait for this.
        await new Promise((resolve) => setImmediate(resolve))
        await next.record()
        this.waiting.shift()
        failures = 0
      } catch (error) {
        failures++
        if (failures === 1) {
          this.options.logger.warn(
            `Log-ins cannot be recorded at the moment and wait: ${textOf(error)}`
          )
        }
        if (this.clock() - next.since > KEPT_MS) {
          this.waiting.shift()
          this.lost++
        } else {
          await this.pause(Math.min(LONGEST_PAUSE_MS, 500 * 2 ** failures))
        }
      }
    }
    if (this.lost) {
      this.options.logger.warn(`${this.lost} log-ins were not recorded`)
      this.lost = 0
    }
  }
}

/** Does not keep a process alive that has nothing else to do. */
const unhurried = (ms: number) =>
  new Promise<void>((resolve) => void setTimeout(resolve, ms).unref())

/** Errors of Node's own are none of ours in a test's realm. */
const textOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "message" in error
    ? String(error.message)
    : String(error)
