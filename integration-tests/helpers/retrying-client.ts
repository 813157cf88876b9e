import { randomUUID } from "node:crypto"

/** What the client was answered, besides 200. */
export type Refusal = { status: number; retryAfter: string | null }

/**
 * A client that never gives up, as those of Segment do not: an event keeps its
 * id and is sent again until somebody answered 200 for it.
 */
export class RetryingClient {
  /** Ids of every event that was made. */
  readonly made: string[] = []
  /** Ids of every event for which 200 was seen. */
  readonly acknowledged = new Set<string>()
  /** Answers other than 200. */
  readonly refusals: Refusal[] = []
  /** Requests that ended without an answer. */
  unanswered = 0

  private isStopping = false
  private hasGivenUp = false
  private readonly loops: Promise<void>[]

  /**
   * @param origin - of the collector; calls go below `/collect`
   * @param connections - requests under way at once; half send single events,
   * half batches
   */
  constructor(
    private readonly origin: string,
    private readonly writeKey: string,
    connections = 12
  ) {
    this.loops = Array.from({ length: connections }, (_, index) =>
      this.loop(index % 2 ? 1 : 20)
    )
  }

  /** Makes no more events and waits until each that was made is acknowledged. */
  async finish(): Promise<void> {
    this.isStopping = true
    await Promise.all(this.loops)
  }

  /** Gives up, whatever is acknowledged. */
  abandon(): void {
    this.isStopping = true
    this.hasGivenUp = true
  }

  private async loop(perRequest: number): Promise<void> {
    while (!this.isStopping) {
      const events = Array.from({ length: perRequest }, () => ({
        type: "track",
        event: "Product Viewed",
        messageId: randomUUID(),
        anonymousId: randomUUID(),
        properties: { sku: "CAKE-1", price: 24.5 },
      }))
      this.made.push(...events.map(({ messageId }) => messageId))
      while (!this.hasGivenUp && !(await this.send(events))) {
        // A client waits before it tries again; this one is impatient.
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      if (!this.hasGivenUp) {
        events.forEach(({ messageId }) => this.acknowledged.add(messageId))
      }
    }
  }

  private async send(events: { messageId: string }[]): Promise<boolean> {
    const [first, ...more] = events
    try {
      const answer = await fetch(
        `${this.origin}/collect/v1/${more.length ? "batch" : "track"}`,
        {
          method: "POST",
          headers: {
            "content-type": "application/json",
            authorization: `Basic ${Buffer.from(`${this.writeKey}:`).toString("base64")}`,
          },
          body: JSON.stringify(more.length ? { batch: events } : first),
        }
      )
      await answer.text()
      if (answer.status !== 200) {
        this.refusals.push({
          status: answer.status,
          retryAfter: answer.headers.get("retry-after"),
        })
      }
      return answer.status === 200
    } catch {
      // Cut in the middle: nobody knows whether it was stored.
      this.unanswered++
      return false
    }
  }
}
