/** One entry of a stream. */
export type StreamEntry = {
  /** Redis's own, for example `1764000000000-0`. */
  id: string
  payload: string
}

export type StreamLogger = {
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

/** The field of an entry that holds its payload. */
export const PAYLOAD = "payload"
