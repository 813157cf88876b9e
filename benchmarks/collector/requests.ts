import { benchEvent } from "./events"
import type { SendJob } from "./send-job"

const CRLF = "\r\n"

/** Makes the requests of a job, one after the other, as they go over the wire. */
export function requestMaker({ what, run, port }: SendJob): () => Buffer {
  const head = (method: string, path: string, more: string[]) =>
    [`${method} ${path} HTTP/1.1`, `Host: localhost:${port}`, ...more].join(
      CRLF
    ) +
    CRLF +
    CRLF
  if (what.kind === "get") {
    const request = Buffer.from(head("GET", what.path, []))
    return () => request
  }
  const { path, writeKey, perRequest } = what
  const authorization = `Authorization: Basic ${Buffer.from(`${writeKey}:`).toString("base64")}`
  let sent = 0
  return () => {
    const events = Array.from({ length: perRequest }, () =>
      benchEvent(run, sent++)
    )
    const body = JSON.stringify(
      perRequest === 1
        ? events[0]
        : { batch: events, sentAt: new Date().toISOString() }
    )
    const headers = [
      authorization,
      "Content-Type: application/json",
      `Content-Length: ${Buffer.byteLength(body)}`,
    ]
    return Buffer.from(head("POST", path, headers) + body)
  }
}
