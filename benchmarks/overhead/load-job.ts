export type LoadRequest = {
  method: "GET" | "POST"
  path: string
  body?: Record<string, unknown>
}

/** Requests to send over some connections, as fast as the answers come. */
export type LoadJob = {
  origin: string
  headers: Record<string, string>
  requests: LoadRequest[]
  connections: number
  /** Hand the answers back; they are parsed by the receiver. */
  keepAnswers: boolean
}

export type LoadResult = {
  /** From the first request to the last answer, in milliseconds. */
  elapsed_ms: number
  /** Per request, in the order of the requests. */
  latencies_ms: number[]
  /** Bodies in the order of the requests, when they were asked for. */
  answers: string[]
}
