/** What is asked of the server. */
export type SendWhat =
  | { kind: "get"; path: string }
  /** Events one by one, or so many at once. */
  | { kind: "events"; path: string; writeKey: string; perRequest: number }

export type SendJob = {
  port: number
  what: SendWhat
  /** Short text that no other job has: message ids begin with it. */
  run: string
  connections: number
  seconds: number
  /**
   * Requests per second, whatever the answers take: a request that finds no
   * free connection waits, and its waiting counts. Left out, each connection
   * sends its next request as soon as it has its answer.
   */
  rate?: number
}

export type SendResult = {
  /** Requests answered with 200 within the time. */
  answered: number
  elapsed_ms: number
  p50_ms: number
  p99_ms: number
  /** Other answers, by status. */
  others: Record<string, number>
}
