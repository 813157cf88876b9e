import { Logger } from "@medusajs/framework/types"

import { HEARTBEAT_MS } from "../domain/liveness"

/**
 * Beats until stopped. A beat that fails is reported once and tried again at
 * the next one: a database that is away for a while must not stop the shop.
 */
export class Heartbeat {
  private timer: NodeJS.Timeout | undefined
  private inFlight: Promise<void> = Promise.resolve()
  private failing = false

  constructor(
    private readonly beat: () => Promise<void>,
    private readonly logger: Pick<Logger, "info" | "warn">,
    private readonly everyMs: number = HEARTBEAT_MS
  ) {}

  async start(): Promise<void> {
    await this.run()
    this.timer = setInterval(() => {
      this.inFlight = this.run()
    }, this.everyMs).unref()
  }

  /** Resolves when the last beat is over, so that none comes after it. */
  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.inFlight
  }

  private async run(): Promise<void> {
    try {
      await this.beat()
      if (this.failing) {
        this.logger.info("Heartbeat is back")
      }
      this.failing = false
    } catch (error) {
      if (!this.failing) {
        const reason = error instanceof Error ? error.message : String(error)
        this.logger.warn(`Heartbeat failed, trying again: ${reason}`)
      }
      this.failing = true
    }
  }
}
