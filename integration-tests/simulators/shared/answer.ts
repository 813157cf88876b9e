/** What a simulator sends back. */
export type Answer = {
  status: number
  headers?: Record<string, string>
  /** Sent as it is when it is text, as JSON otherwise; left out for no body. */
  body?: unknown
  contentType?: string
}

export const JSON_TYPE = "application/json; charset=utf-8"
export const TEXT_TYPE = "text/plain; charset=utf-8"
export const HTML_TYPE = "text/html; charset=utf-8"

export function json(body: unknown, status = 200): Answer {
  return { status, body, contentType: JSON_TYPE }
}

export function text(body: string, status = 200): Answer {
  return { status, body, contentType: TEXT_TYPE }
}

/** No body at all, as a vendor sends for a status that says everything. */
export function empty(status: number): Answer {
  return { status }
}

/** The bytes of an answer; undefined when it has none. */
export function encode({ body, contentType }: Answer): string | undefined {
  if (body === undefined) {
    return undefined
  }
  const plain = typeof body === "string" && contentType !== JSON_TYPE
  return plain ? body : JSON.stringify(body)
}
