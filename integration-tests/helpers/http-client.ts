/** An answer with a status below 400. */
export type HttpAnswer<T> = {
  status: number
  data: T
  headers: Record<string, string>
}
export type HttpOptions = { headers?: Record<string, string> }

/**
 * The part of axios the suites use. The `api` of Medusa's test runner is one;
 * for a process of its own `httpClient(url)` makes one. Both reject when the
 * status is 400 or more, with `error.response.{status,data}`.
 */
export type HttpClient = {
  get<T>(path: string, options?: HttpOptions): Promise<HttpAnswer<T>>
  delete<T>(path: string, options?: HttpOptions): Promise<HttpAnswer<T>>
  post<T>(
    path: string,
    body?: unknown,
    options?: HttpOptions
  ): Promise<HttpAnswer<T>>
}

/** What a request is rejected with when the answer is an error. */
export class HttpError extends Error {
  override name = "HttpError"

  constructor(
    request: string,
    readonly response: { status: number; data: unknown }
  ) {
    super(`${request}: ${response.status} ${JSON.stringify(response.data)}`)
  }
}

/** A client for a server under test, e.g. `http://localhost:9000`. */
export function httpClient(baseUrl: string): HttpClient {
  const send = async <T>(
    method: string,
    path: string,
    body?: unknown,
    { headers = {} }: HttpOptions = {}
  ): Promise<HttpAnswer<T>> => {
    const response = await fetch(new URL(path, baseUrl), {
      method,
      headers: { "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const data = parse(text, response.headers.get("content-type"))
    if (!response.ok) {
      throw new HttpError(`${method} ${path}`, {
        status: response.status,
        data,
      })
    }
    return {
      status: response.status,
      data: data as T,
      headers: Object.fromEntries(response.headers),
    }
  }
  return {
    get: (path, options) => send("GET", path, undefined, options),
    delete: (path, options) => send("DELETE", path, undefined, options),
    post: (path, body, options) => send("POST", path, body ?? {}, options),
  }
}

/**
 * The error answer of a request that must be refused.
 *
 * @throws Error when the request went well, or failed without an answer
 */
export async function refusal(request: Promise<unknown>): Promise<{
  status: number
  data: { type?: string; code?: string; message?: string }
}> {
  let answer: unknown
  try {
    answer = await request
  } catch (error) {
    if (hasResponse(error)) {
      return error.response
    }
    throw error
  }
  throw new Error(`The request was not refused: ${JSON.stringify(answer)}`)
}

function hasResponse(error: unknown): error is {
  response: { status: number; data: { type?: string; message?: string } }
} {
  return (
    typeof error === "object" &&
    error !== null &&
    "response" in error &&
    typeof error.response === "object" &&
    error.response !== null &&
    "status" in error.response
  )
}

function parse(text: string, type: string | null): unknown {
  return type?.includes("json") && text !== "" ? JSON.parse(text) : text
}
