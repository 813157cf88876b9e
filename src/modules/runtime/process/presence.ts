import { Logger } from "@medusajs/framework/types"

import { Heartbeat } from "./heartbeat"
import {
  LockConnection,
  LockMode,
  LockState,
  ProcessLock,
  refusal,
} from "./lock"
import { ProcessIdentity } from "./identity"

/** A development server restarts before its predecessor has quite ended. */
const PREDECESSOR_MS = 5_000

/**
 * The presence of a serving process in the database: the process lock, and the
 * heartbeat.
 */
export class Presence {
  private readonly lock: ProcessLock
  private readonly heartbeat: Heartbeat

  constructor(
    private readonly options: {
      identity: ProcessIdentity
      /** Opens the lock's own connection. */
      connect: () => Promise<LockConnection>
      /** `alone` unless Redis is configured. */
      mode: LockMode
      beat: () => Promise<void>
      leave: () => Promise<void>
      logger: Pick<Logger, "info" | "warn" | "error">
      /**
       * How long to wait for a predecessor to end, in milliseconds.
       * @default 5000
       */
      predecessorMs?: number
      /** @default process.exit */
      exit?: (code: number) => void
    }
  ) {
    const { connect, mode, identity, logger, beat } = options
    this.lock = new ProcessLock({
      connect,
      mode,
      owner: `${identity.pid}@${identity.hostname}`,
      logger,
    })
    this.heartbeat = new Heartbeat(beat, logger)
  }

  get lockState(): LockState {
    return this.lock.state
  }

  /**
   * Medusa swallows what its start hooks throw, so a process that must not
   * serve ends itself here, before it listens.
   */
  async start(): Promise<void> {
    const {
      logger,
      mode,
      exit = process.exit,
      predecessorMs = PREDECESSOR_MS,
    } = this.options
    const result = await this.lock.acquire(predecessorMs)
    if (!result.held) {
      logger.error(refusal(result.holder, mode))
      exit(1)
      return
    }
    await this.heartbeat.start()
  }

  /** Best effort: what is left behind ages out by itself. */
  async stop(): Promise<void> {
    await this.heartbeat.stop()
    const results = await Promise.allSettled([
      this.options.leave(),
      this.lock.release(),
    ])
    for (const result of results) {
      if (result.status === "rejected") {
        this.options.logger.warn(`Leaving the database: ${result.reason}`)
      }
    }
  }
}
