import type { IncomingHttpHeaders, IncomingMessage } from "node:http"

/** A request as the handlers see it: read to its end. */
export type SimRequest = {
  method: string
  /** Without the query. */
  path: string
  /** Names in lower case: the vendor's server does not tell case apart. */
  query: ReadonlyMap<string, string[]>
  headers: IncomingHttpHeaders
  body: string
}

/** Larger than any order or catalogue of a demo. */
const MAX_BYTES = 16 * 1024 * 1024

/**
 * Reads a request to its end.
 *
 * @throws RangeError when it is larger than 16 MB
 */
export async function readRequest(
  message: IncomingMessage
): Promise<SimRequest> {
  const url = new URL(message.url ?? "/", "http://simulator")
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk as Uint8Array)
    size += bytes.length
    if (size > MAX_BYTES) {
      throw new RangeError(`A request may have ${MAX_BYTES} bytes.`)
    }
    chunks.push(bytes)
  }
  return {
    method: message.method ?? "GET",
    path: url.pathname,
    query: readQuery(url.searchParams),
    headers: message.headers,
    body: Buffer.concat(chunks).toString("utf8"),
  }
}

/** The last value of a query parameter; undefined when absent or empty. */
export function parameter(
  { query }: SimRequest,
  name: string
): string | undefined {
  return query.get(name.toLowerCase())?.at(-1) || undefined
}

function readQuery(params: URLSearchParams): Map<string, string[]> {
  const query = new Map<string, string[]>()
  for (const [name, value] of params) {
    const key = name.toLowerCase()
    query.set(key, [...(query.get(key) ?? []), value])
  }
  return query
}
