import type { IncomingHttpHeaders } from "node:http"

/** One request as `GET /__sim/log` shows it. */
export type LogEntry = {
  id: number
  /** The simulator's time, ISO 8601. */
  at: string
  method: string
  path: string
  query: string
  headers: Record<string, string>
  body: string
  /** Null while there is none: it is worked on, or was left without. */
  status: number | null
  answer: string | null
  /** The fault it met. */
  fault: string | null
}

const KEPT = 5_000
const BODY_LENGTH = 20_000
const SECRET_HEADERS = new Set([
  "authorization",
  "cookie",
  "proxy-authorization",
])

/** The last 5,000 requests, so that a test counts what really came. */
export class RequestLog {
  private entries: LogEntry[] = []
  private next = 1

  open(
    entry: Pick<LogEntry, "at" | "method" | "path" | "query" | "body"> & {
      headers: IncomingHttpHeaders
    }
  ): LogEntry {
    const logged: LogEntry = {
      ...entry,
      id: this.next++,
      headers: mask(entry.headers),
      body: entry.body.slice(0, BODY_LENGTH),
      status: null,
      answer: null,
      fault: null,
    }
    this.entries.push(logged)
    if (this.entries.length > KEPT) {
      this.entries.shift()
    }
    return logged
  }

  answered(entry: LogEntry, status: number, body: string | undefined): void {
    entry.status = status
    entry.answer = body === undefined ? null : body.slice(0, BODY_LENGTH)
  }

  list(filter: { method?: string; path?: string }): LogEntry[] {
    return this.entries.filter(
      ({ method, path }) =>
        (!filter.method || method === filter.method.toUpperCase()) &&
        (!filter.path || path.toLowerCase() === filter.path.toLowerCase())
    )
  }

  clear(): void {
    this.entries = []
  }
}

/** Headers without what opens a door; of a key only its last four are told. */
function mask(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const shown = Array.isArray(value) ? value.join(", ") : (value ?? "")
      return [name, SECRET_HEADERS.has(name) ? `…${shown.slice(-4)}` : shown]
    })
  )
}
