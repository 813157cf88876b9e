/** `lost` is told only after a moment, so that a short break does not alarm. */
export type Link = "connecting" | "live" | "lost"

export type ConnectionListener<TState> = {
  onState(state: TState): void
  onLink(link: Link): void
  /** The link is not known or has expired: there is nothing to wait for. */
  onMissing(): void
}

const FIRST_RETRY_MS = 1000
const LAST_RETRY_MS = 30_000
/** A break shorter than this, as when the server ends an old stream, is not shown. */
const PATIENCE_MS = 6000
/** A phone that slept may hold a dead stream and not know it. */
const CHECK_MS = 120_000

/**
 * Keeps the state of a page behind a link: asks `<base>/state` once, then listens, and begins again with
 * growing pauses when the connection is lost.
 *
 * EventSource comes back by itself after a lost connection, but not after an
 * answer like 429 or 503; then this starts over.
 */
export class Connection<TState extends object> {
  private source: EventSource | undefined
  private retryMs = FIRST_RETRY_MS
  private retryTimer = 0
  private lostTimer = 0
  private attempt = 0
  private stopped = false

  constructor(
    private readonly base: string,
    private readonly listener: ConnectionListener<TState>
  ) {}

  start(): void {
    window.setInterval(() => void this.check(), CHECK_MS)
    window.addEventListener("online", () => this.retry())
    window.addEventListener("offline", () => this.lose())
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") {
        void this.check()
      }
    })
    void this.connect()
  }

  /** Tries at once, e.g. because somebody asked for it. */
  retry(): void {
    this.retryMs = FIRST_RETRY_MS
    void this.connect()
  }

  private async connect(): Promise<void> {
    if (this.stopped) {
      return
    }
    const attempt = ++this.attempt
    window.clearTimeout(this.retryTimer)
    this.source?.close()
    const found = await this.ask()
    if (attempt !== this.attempt) {
      return
    }
    if (found === "unreachable") {
      this.lose()
      this.connectLater()
    } else if (found === "missing") {
      this.stop()
    } else {
      this.listener.onState(found)
      this.listen()
    }
  }

  private async ask(): Promise<TState | "missing" | "unreachable"> {
    try {
      const answer = await fetch(`${this.base}/state`, { cache: "no-store" })
      if (answer.ok) {
        return (await answer.json()) as TState
      }
      return answer.status === 404 ? "missing" : "unreachable"
    } catch {
      // No connection, or an answer cut off on the way: both mean trying again.
      return "unreachable"
    }
  }

  private listen(): void {
    const source = new EventSource(`${this.base}/events`)
    this.source = source
    source.addEventListener("open", () => this.recover())
    source.addEventListener("state", (event) =>
      this.listener.onState(JSON.parse(event.data) as TState)
    )
    source.addEventListener("gone", () => this.stop())
    source.addEventListener("error", () => {
      this.loseSoon()
      if (source.readyState === EventSource.CLOSED) {
        this.connectLater()
      }
    })
  }

  /** Asks beside the stream, which may be dead without anyone having noticed. */
  private async check(): Promise<void> {
    if (this.source?.readyState !== EventSource.OPEN) {
      this.retry()
      return
    }
    const attempt = this.attempt
    const found = await this.ask()
    if (attempt !== this.attempt) {
      return
    }
    if (found === "missing") {
      this.stop()
    } else if (found === "unreachable") {
      this.retry()
    } else {
      this.listener.onState(found)
    }
  }

  private recover(): void {
    this.retryMs = FIRST_RETRY_MS
    window.clearTimeout(this.lostTimer)
    this.lostTimer = 0
    this.listener.onLink("live")
  }

  private loseSoon(): void {
    this.lostTimer ||= window.setTimeout(() => this.lose(), PATIENCE_MS)
  }

  private lose(): void {
    window.clearTimeout(this.lostTimer)
    this.lostTimer = 0
    if (!this.stopped) {
      this.listener.onLink("lost")
    }
  }

  private connectLater(): void {
    window.clearTimeout(this.retryTimer)
    const spread = 0.75 + Math.random() * 0.5
    this.retryTimer = window.setTimeout(
      () => void this.connect(),
      this.retryMs * spread
    )
    this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS)
  }

  private stop(): void {
    this.stopped = true
    this.attempt++
    this.source?.close()
    window.clearTimeout(this.retryTimer)
    window.clearTimeout(this.lostTimer)
    this.listener.onMissing()
  }
}
