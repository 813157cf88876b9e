import type { DriverActionRequest, DriverState } from "../../sdk/types"

export type OutboxListener = {
  /** The shop has taken an entry; this is the state after it. */
  onSent(state: DriverState): void
  /** The shop will never take this entry. */
  onRefused(reason: string): void
  /** Entries were added, sent or refused. */
  onChange(): void
}

type Storage = Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem">
type Fetch = typeof fetch

const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 30_000
const TIMEOUT_MS = 20_000

/**
 * What the driver has entered and the shop has not confirmed. Entries are kept
 * on the phone, sent in their order, and sent again with the same key until
 * there is an answer: the shop counts each key once.
 */
export class Outbox {
  private entries: DriverActionRequest[]
  private sending = false
  private retryMs = FIRST_RETRY_MS
  private timer: ReturnType<typeof setTimeout> | undefined

  /**
   * @param base - path of the driver's link
   */
  constructor(
    private readonly base: string,
    private readonly listener: OutboxListener,
    private readonly storage: Storage,
    private readonly send: Fetch = (...args) => fetch(...args)
  ) {
    this.entries = this.read()
  }

  get unsent(): readonly DriverActionRequest[] {
    return this.entries
  }

  /** Whether the last try found nobody. */
  get isStuck(): boolean {
    return this.retryMs > FIRST_RETRY_MS
  }

  add(action: DriverActionRequest): void {
    this.entries = [...this.entries, action]
    this.save()
    void this.flush()
  }

  /** Sends what there is, at once. */
  async flush(): Promise<void> {
    clearTimeout(this.timer)
    if (this.sending) {
      return
    }
    this.sending = true
    while (this.entries.length && (await this.sendFirst(this.entries[0]))) {
      this.retryMs = FIRST_RETRY_MS
    }
    this.sending = false
    if (this.entries.length) {
      this.timer = setTimeout(() => void this.flush(), this.retryMs)
      this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS)
      this.listener.onChange()
    }
  }

  /** @returns false when it has to be tried again */
  private async sendFirst(entry: DriverActionRequest): Promise<boolean> {
    const answer = await this.post(entry)
    if (!answer || answer.status >= 500 || answer.status === 429) {
      return false
    }
    const body = await readObject(answer)
    if (!body) {
      return false
    }
    this.entries = this.entries.filter(({ key }) => key !== entry.key)
    this.save()
    if (answer.ok) {
      this.listener.onSent(body as DriverState)
    } else {
      this.listener.onRefused(messageOf(body))
    }
    return true
  }

  private async post(entry: DriverActionRequest): Promise<Response | null> {
    try {
      return await this.send(`${this.base}/actions`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(entry),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
    } catch {
      // No connection, or no answer in time: the same key is sent again.
      return null
    }
  }

  private save(): void {
    if (this.entries.length) {
      this.storage.setItem(this.base, JSON.stringify(this.entries))
    } else {
      this.storage.removeItem(this.base)
    }
    this.listener.onChange()
  }

  private read(): DriverActionRequest[] {
    try {
      const kept: unknown = JSON.parse(this.storage.getItem(this.base) ?? "[]")
      return Array.isArray(kept) ? (kept as DriverActionRequest[]) : []
    } catch {
      // Somebody else's text under our name: there is nothing to send.
      return []
    }
  }
}

/**
 * The shop answers with an object; a page of a hotel's network that asks for a
 * log-in does not, and must not count as the shop's word.
 */
async function readObject(answer: Response): Promise<object | null> {
  try {
    const body: unknown = await answer.json()
    return typeof body === "object" && body !== null ? body : null
  } catch {
    return null
  }
}

function messageOf(body: object): string {
  return "message" in body && typeof body.message === "string"
    ? body.message
    : ""
}
