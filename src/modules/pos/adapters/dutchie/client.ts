import { z } from "@medusajs/framework/zod"
import axios, { AxiosInstance, AxiosResponse } from "axios"

import { PosError } from "../../domain/pos-error"
import { CallOptions, ConnectionConfig } from "../contract"
import { rateWindow } from "../rate-window"
import { Endpoint } from "./endpoints"
import { afterRefusal, afterSilence } from "./failures"

/** The longest a call waits for its turn; whoever has to wait longer comes back. */
const LONGEST_WAIT_MS = 2_000
/** Room for a catalogue of 50,000 products. */
const MAX_ANSWER_BYTES = 200 * 1024 * 1024
const MINUTE_MS = 60_000
/** A vendor that says "tomorrow" is asked again after an hour all the same. */
const LONGEST_BLOCK_MS = 60 * MINUTE_MS

export type DutchieRequest = {
  params?: Record<string, string | number | boolean>
  body?: Record<string, unknown>
  headers?: Record<string, string>
}

export type DutchieAnswer = { status: number; text: string }

/**
 * HTTP to one Dutchie location: Basic authentication with the key as the user
 * name, a limit per endpoint, a timeout per call, and every failure turned into
 * a `PosError` that holds neither key nor request.
 */
export class DutchieClient {
  private readonly http: AxiosInstance
  private readonly connectionId: string

  constructor({ connection_id, base_url, credentials }: ConnectionConfig) {
    this.connectionId = connection_id
    this.http = axios.create({
      baseURL: base_url.replace(/\/+$/, ""),
      // The password is empty by the guide; some accounts have an integrator key.
      auth: {
        username: credentials.api_key ?? "",
        password: credentials.integrator_key ?? "",
      },
      // An answer is judged by us: axios' own errors carry the key.
      validateStatus: () => true,
      responseType: "text",
      transformResponse: (text: unknown) => text,
      maxRedirects: 0,
      maxContentLength: MAX_ANSWER_BYTES,
    })
  }

  /**
   * Calls an endpoint and reads its answer.
   *
   * @throws PosError
   */
  async call<T>(
    endpoint: Endpoint,
    request: DutchieRequest,
    reader: z.ZodType<T>,
    options: CallOptions = {}
  ): Promise<T> {
    const { status, text } = await this.send(endpoint, request, options)
    if (status >= 400) {
      throw afterRefusal(endpoint, status, text)
    }
    return read(endpoint, status, text, reader)
  }

  /** As `call`, with null for an answer that the vendor does not know the thing. */
  async find<T>(
    endpoint: Endpoint,
    request: DutchieRequest,
    reader: z.ZodType<T>,
    options: CallOptions = {}
  ): Promise<T | null> {
    const { status, text } = await this.send(endpoint, request, options)
    if (status === 404 || status === 204 || (status < 400 && isNothing(text))) {
      return null
    }
    if (status >= 400) {
      throw afterRefusal(endpoint, status, text)
    }
    return read(endpoint, status, text, reader)
  }

  private async send(
    endpoint: Endpoint,
    { params, body, headers }: DutchieRequest,
    { signal }: CallOptions
  ): Promise<DutchieAnswer> {
    await this.waitForTurn(endpoint)
    let answer: AxiosResponse<unknown>
    try {
      answer = await this.http.request<unknown>({
        method: endpoint.method,
        url: endpoint.path,
        params,
        data: body,
        headers: {
          Accept: "application/json",
          ...(body ? { "Content-Type": "application/json" } : {}),
          ...headers,
        },
        timeout: endpoint.timeoutMs,
        // `timeout` alone leaves a connection that is never opened.
        signal: signal
          ? AbortSignal.any([signal, AbortSignal.timeout(endpoint.timeoutMs)])
          : AbortSignal.timeout(endpoint.timeoutMs),
      })
    } catch (error) {
      throw afterSilence(endpoint, error)
    }
    if (answer.status === 429) {
      this.windowOf(endpoint).blockUntil(turnAfter429(answer, Date.now()))
    }
    return {
      status: answer.status,
      text: typeof answer.data === "string" ? answer.data : "",
    }
  }

  private async waitForTurn(endpoint: Endpoint): Promise<void> {
    const window = this.windowOf(endpoint)
    const deadline = Date.now() + LONGEST_WAIT_MS
    for (;;) {
      const wait = window.take(Date.now())
      if (wait === 0) {
        return
      }
      if (Date.now() + wait > deadline) {
        throw new PosError(
          "retry",
          `Dutchie's limit of ${endpoint.perMinute} calls a minute to ${endpoint.path} is reached; free again in ${Math.ceil(wait / 1_000)} s.`
        )
      }
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }

  private windowOf(endpoint: Endpoint) {
    return rateWindow(
      this.connectionId,
      endpoint.limitClass,
      endpoint.perMinute
    )
  }
}

/**
 * When to ask again. Dutchie does not document `Retry-After`; where it comes it
 * is in seconds or a date, else the next minute counts.
 */
function turnAfter429(answer: AxiosResponse<unknown>, now: number): number {
  const header: unknown = answer.headers["retry-after"]
  const text = typeof header === "string" ? header.trim() : ""
  const at = /^\d+$/.test(text)
    ? now + Number(text) * 1_000
    : Date.parse(text || "never")
  return Number.isNaN(at)
    ? Math.ceil((now + 1) / MINUTE_MS) * MINUTE_MS
    : Math.min(Math.max(at, now), now + LONGEST_BLOCK_MS)
}

const isNothing = (text: string) => ["", "null", "[]"].includes(text.trim())

function read<T>(
  endpoint: Endpoint,
  status: number,
  text: string,
  reader: z.ZodType<T>
): T {
  const broken = (why: string) =>
    new PosError(
      "retry",
      `Dutchie answered ${endpoint.method} ${endpoint.path} with ${why}.`,
      // The write behind a broken answer may well have happened.
      { maybeDone: endpoint.method === "POST", status }
    )
  if (status >= 300) {
    throw broken(`a redirect (${status}), which is not followed`)
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw broken("something that is not JSON")
  }
  const parsed = reader.safeParse(json)
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join(".") || "the answer"
    throw broken(`an answer of another form (${where})`)
  }
  return parsed.data
}
