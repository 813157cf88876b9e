import { lacksGroup, StreamQueue } from "./stream-queue"
import { StreamEntry, StreamLogger } from "./types"

export type StreamMoverOptions = {
  queue: Pick<
    StreamQueue,
    | "prepare"
    | "take"
    | "claim"
    | "remove"
    | "setAside"
    | "leave"
    | "forgetDead"
  >
  /**
   * Does what the entries ask for, all or nothing. One may come again after it
   * was done, should we die before Redis is told.
   */
  handle(entries: readonly StreamEntry[]): Promise<void>
  /** True when an error says that an entry itself can never be done. */
  isHopeless(error: unknown): boolean
  logger: StreamLogger
  /** How long a consumer may be silent before others take its entries, in ms. */
  claimAfterMs?: number
}

/** How long Redis lets us wait for an entry: also what stopping may take, in ms. */
const BLOCK_MS = 1_000
/** Longer than a statement of the store may take, so that few come twice. */
const CLAIM_AFTER_MS = 12_000
/** After a failure we wait a while, longer with each in a row, in ms. */
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5_000
const FORGET_EVERY_MS = 10 * 60_000
/** Failures in a row after which somebody should know. */
const MENTION_AFTER = 3
/** Entries that come at once, and about how many characters they may have. */
const MOST_ENTRIES = 500
const FEWEST_ENTRIES = 10
const READ_LENGTH = 2 * 1024 * 1024

/**
 * Takes entries from a queue and does them, many at a time, until it is stopped.
 * What fails for a reason that may pass is kept and tried again; an entry that
 * can never be done is set aside, so that it is not in the way of the others.
 */
export class StreamMover {
  private readonly stopping = new AbortController()
  private running: Promise<void> | undefined
  /** Taken and not done with yet. */
  private held: StreamEntry[] = []
  private claimedAt = -Infinity
  private forgotAt = performance.now()
  private failures = 0
  private averageLength = READ_LENGTH / MOST_ENTRIES

  constructor(private readonly options: StreamMoverOptions) {}

  start(): void {
    this.running ??= this.run()
  }

  /** Returns once what is at work is done; what is not stays in the queue. */
  async stop(): Promise<void> {
    this.stopping.abort()
    await this.running
  }

  private async run(): Promise<void> {
    const { queue, logger } = this.options
    const { signal } = this.stopping
    let isPrepared = false
    while (!signal.aborted) {
      try {
        if (!isPrepared) {
          await queue.prepare()
          isPrepared = true
        }
        await this.moveSome()
        this.succeeded()
      } catch (error) {
        isPrepared &&= !lacksGroup(error)
        this.failed(error)
        await rest(this.pauseMs(), signal)
      }
    }
    try {
      await queue.leave()
    } catch (error) {
      logger.info(`Redis was not told that we left: ${messageOf(error)}`)
    }
  }

  private async moveSome(): Promise<void> {
    if (!this.held.length) {
      this.held = await this.next()
    }
    if (this.held.length) {
      await this.move()
    }
  }

  /** First what somebody else left, now and then; then what is new. */
  private async next(): Promise<StreamEntry[]> {
    const { queue, claimAfterMs = CLAIM_AFTER_MS } = this.options
    const now = performance.now()
    if (now - this.claimedAt >= claimAfterMs / 2) {
      const left = await queue.claim(this.count(), claimAfterMs)
      if (left.length) {
        return left
      }
      this.claimedAt = now
      await this.forgetDead(now)
    }
    const taken = await queue.take(this.count(), BLOCK_MS)
    if (taken.length) {
      const length = taken.reduce((sum, { payload }) => sum + payload.length, 0)
      this.averageLength = Math.max(1, length / taken.length)
    }
    return taken
  }

  private async move(): Promise<void> {
    const { queue, handle, isHopeless } = this.options
    try {
      await handle(this.held)
    } catch (error) {
      if (!isHopeless(error)) {
        throw error
      }
      await this.moveOneByOne()
      return
    }
    await queue.remove(this.held.map(({ id }) => id))
    this.held = []
  }

  /** One of them is at fault: it alone is set aside. */
  private async moveOneByOne(): Promise<void> {
    const { queue, handle, isHopeless, logger } = this.options
    while (this.held.length) {
      const [entry] = this.held
      try {
        await handle([entry])
        await queue.remove([entry.id])
      } catch (error) {
        if (!isHopeless(error)) {
          throw error
        }
        await queue.setAside(entry, messageOf(error))
        logger.error(
          `Entry ${entry.id} of the stream was set aside: ${messageOf(error)}`
        )
      }
      this.held = this.held.slice(1)
    }
  }

  private async forgetDead(now: number): Promise<void> {
    if (now - this.forgotAt >= FORGET_EVERY_MS) {
      this.forgotAt = now
      await this.options.queue.forgetDead()
    }
  }

  /** Small entries come by the hundred, large ones by the dozen. */
  private count(): number {
    const fitting = Math.round(READ_LENGTH / this.averageLength)
    return Math.min(MOST_ENTRIES, Math.max(FEWEST_ENTRIES, fitting))
  }

  private succeeded(): void {
    if (this.failures >= MENTION_AFTER) {
      this.options.logger.info("Entries of the stream are moved again")
    }
    this.failures = 0
  }

  /** One failure is told when it is no accident, and only once. */
  private failed(error: unknown): void {
    this.failures++
    if (this.failures === MENTION_AFTER) {
      this.options.logger.warn(
        `Entries of the stream wait, moving them fails: ${messageOf(error)}`
      )
    }
  }

  private pauseMs(): number {
    return Math.min(
      LONGEST_PAUSE_MS,
      FIRST_PAUSE_MS * 2 ** Math.min(10, this.failures - 1)
    )
  }
}

/** Waits, unless somebody wants us to stop. */
function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener("abort", end)
      resolve()
    }
    const timer = setTimeout(end, signal.aborted ? 0 : ms)
    signal.addEventListener("abort", end)
  })
}

function messageOf(error: unknown): string {
  return typeof error === "object" && error !== null && "message" in error
    ? String(error.message)
    : String(error)
}
