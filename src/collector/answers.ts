import { ServerResponse } from "node:http"

/** What a request is answered with. */
export type Answer = {
  status: number
  /** Becomes JSON. */
  body?: object
  /** JavaScript, instead of a body. */
  script?: string
  headers?: Record<string, string>
}

/** A refusal that no further try will change. */
export function refuse(status: 400 | 401 | 404 | 413, message: string): Answer {
  return { status, body: { success: false, message } }
}

/**
 * Asks the client to come again; every client of ours keeps what it has. Not
 * all at the same moment, or they would meet here again.
 *
 * @param seconds - the least; up to twice that is asked for
 */
export function retryLater(
  status: 429 | 503,
  seconds: number,
  message: string
): Answer {
  return {
    status,
    body: { success: false, message },
    headers: {
      "Retry-After": String(
        seconds + Math.floor(Math.random() * (seconds + 1))
      ),
    },
  }
}

/** Sends an answer, unless the client has gone. */
export function answer(
  res: ServerResponse,
  { status, body, script, headers = {} }: Answer
): void {
  if (res.destroyed) {
    return
  }
  const text = script ?? (body && JSON.stringify(body))
  res.writeHead(status, {
    ...(body ? { "Content-Type": "application/json; charset=utf-8" } : {}),
    ...(script === undefined
      ? {}
      : { "Content-Type": "text/javascript; charset=utf-8" }),
    // Without its length an answer goes out in chunks, each written by itself.
    ...(text === undefined
      ? {}
      : { "Content-Length": Buffer.byteLength(text) }),
    "Cache-Control": "no-store",
    ...headers,
  })
  res.end(text)
}
