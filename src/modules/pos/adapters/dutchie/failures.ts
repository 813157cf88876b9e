import { isAxiosError } from "axios"

import { PosError } from "../../domain/pos-error"
import { Endpoint } from "./endpoints"
import { refusalText } from "./refusal-text"

/** Codes of connections that were never made: nothing can have arrived. */
const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
])

const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`

/** What an answer of 400 and more means. */
export function afterRefusal(
  endpoint: Endpoint,
  status: number,
  text: string
): PosError {
  const name = nameOf(endpoint)
  const detail = refusalText(text)
  switch (true) {
    case status === 401:
      return new PosError(
        "connection",
        "Dutchie does not accept the API key (401). Enter a key that is valid for this location.",
        { status }
      )
    case status === 403:
      return new PosError(
        "connection",
        `The API key may not call ${name} (403). Ask Dutchie Support to add the permission, then check the connection.`,
        { status }
      )
    case status === 429:
      return new PosError(
        "retry",
        `Dutchie's limit of calls to ${endpoint.path} is reached (429).`,
        { status }
      )
    case status === 503:
      return new PosError("retry", `Dutchie is not available (503).`, {
        status,
      })
    case status === 408 || status >= 500:
      return new PosError("retry", `Dutchie failed at ${name} (${status}).`, {
        status,
        // The order may have been made before it failed.
        maybeDone: endpoint.method === "POST",
      })
    case status === 409:
      // Not documented; it can only mean that the key is known.
      return new PosError(
        "retry",
        `Dutchie says that this was sent before (409 at ${name}).`,
        { status, maybeDone: endpoint.method === "POST" }
      )
    default:
      return new PosError(
        "refused",
        `Dutchie refused this (${name}, ${status}).`,
        {
          status,
          detail,
        }
      )
  }
}

/** What no answer means. The error of axios is not kept: it carries the key. */
export function afterSilence(endpoint: Endpoint, error: unknown): PosError {
  const code = isAxiosError(error) ? (error.code ?? "") : ""
  const cause = isAxiosError(error) ? causeCode(error.cause) : ""
  const known = [code, cause].find((each) => NEVER_SENT.has(each))
  if (known) {
    return new PosError("retry", `Dutchie cannot be reached (${known}).`)
  }
  const slow = ["ECONNABORTED", "ETIMEDOUT", "ERR_CANCELED"].includes(code)
  return new PosError(
    "retry",
    slow
      ? `Dutchie gave no answer to ${nameOf(endpoint)} within ${endpoint.timeoutMs / 1_000} s.`
      : `The connection to Dutchie broke at ${nameOf(endpoint)}${code ? ` (${code})` : ""}.`,
    { maybeDone: endpoint.method === "POST" }
  )
}

function causeCode(cause: unknown): string {
  const code: unknown =
    typeof cause === "object" && cause !== null
      ? Reflect.get(cause, "code")
      : undefined
  return typeof code === "string" ? code : ""
}
