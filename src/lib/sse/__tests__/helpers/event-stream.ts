export type ReceivedEvent = { id?: string; event: string; data: unknown }

/** A client as a browser's EventSource is one, over fetch, for tests. */
export class EventStream {
  readonly events: ReceivedEvent[] = []
  /** Comment lines, i.e. heartbeats. */
  comments = 0
  retry?: number
  ended = false
  /** Why the stream ended, when it was cut off. */
  failure: unknown = null
  private waiting: (() => void)[] = []

  private constructor(
    readonly response: Response,
    private readonly controller: AbortController
  ) {}

  static async open(url: string, lastEventId?: string): Promise<EventStream> {
    const controller = new AbortController()
    const response = await fetch(url, {
      signal: controller.signal,
      headers: {
        Accept: "text/event-stream",
        ...(lastEventId ? { "Last-Event-ID": lastEventId } : {}),
      },
    })
    const stream = new EventStream(response, controller)
    void stream.read()
    return stream
  }

  /** Waits until so many events have arrived and gives them all. */
  async untilEvents(count: number): Promise<ReceivedEvent[]> {
    await this.until(() => this.events.length >= count)
    return this.events
  }

  /** Waits for a fact, which can only become true when something arrives. */
  async until(fact: () => boolean): Promise<void> {
    while (!fact()) {
      if (this.ended) {
        throw new Error(
          `stream ended before (${String(this.failure)}), events: ${JSON.stringify(this.events)}`
        )
      }
      await new Promise<void>((resolve) => this.waiting.push(resolve))
    }
  }

  async untilEnded(): Promise<void> {
    while (!this.ended) {
      await new Promise<void>((resolve) => this.waiting.push(resolve))
    }
  }

  close(): void {
    this.controller.abort()
  }

  private async read(): Promise<void> {
    let text = ""
    const decoder = new TextDecoder()
    try {
      for await (const chunk of this.response.body ?? []) {
        text += decoder.decode(chunk, { stream: true })
        const frames = text.split("\n\n")
        text = frames.pop() ?? ""
        frames.forEach((frame) => this.take(frame))
        this.wake()
      }
    } catch (error) {
      this.failure = error
    } finally {
      this.ended = true
      this.wake()
    }
  }

  private take(frame: string): void {
    const fields = frame.split("\n").map((line) => {
      const colon = line.indexOf(":")
      return [line.slice(0, colon), line.slice(colon + 1).trim()] as const
    })
    const field = (name: string) =>
      fields.find(([candidate]) => candidate === name)?.[1]
    const data = field("data")
    if (field("retry")) {
      this.retry = Number(field("retry"))
    } else if (data === undefined) {
      this.comments++
    } else {
      this.events.push({
        ...(field("id") ? { id: field("id") } : {}),
        event: field("event") ?? "message",
        data: JSON.parse(data),
      })
    }
  }

  private wake(): void {
    const waiting = this.waiting
    this.waiting = []
    waiting.forEach((resolve) => resolve())
  }
}
