import { STATUS_CODES } from "node:http"

import { type JsonObject, type Schema } from "./json"
import { refTo } from "./components"

/** Name of the shape in which Medusa refuses. */
export const ERROR = "Error"

export const FIXED_SCHEMAS: Record<string, Schema> = {
  [ERROR]: {
    type: "object",
    description: "How a request is refused.",
    properties: {
      type: {
        type: "string",
        description: "Kind of the error, e.g. `not_found` or `invalid_data`.",
      },
      code: {
        type: "string",
        description: "Set where one kind has several causes.",
      },
      message: { type: "string", description: "What is wrong, for a person." },
    },
    required: ["message"],
  },
}

/** What a status means that nothing says more about. */
const MEANINGS: Record<number, string> = {
  400: "A part of the request is wrong or not allowed; the message says which",
  401: "Nobody is logged in, or the key is not known",
  403: "The caller's role does not allow it",
  404: "There is no such thing, or it is not the caller's",
  409: "The state has changed meanwhile",
  422: "The request is understood and cannot be fulfilled",
}

export function meaningOf(status: number): string {
  return MEANINGS[status] ?? STATUS_CODES[status] ?? "Refused"
}

/** Shared responses, for statuses that are used with nothing of their own. */
export function responseName(status: number): string {
  return (STATUS_CODES[status] ?? `Status${status}`).replace(/[^A-Za-z]/g, "")
}

export function sharedResponse(status: number): JsonObject {
  return {
    description: meaningOf(status),
    content: { "application/json": { schema: refTo(ERROR) } },
  }
}

export const DEFAULT_RESPONSE: JsonObject = {
  description: "Every other refusal",
  content: { "application/json": { schema: refTo(ERROR) } },
}

export const SECURITY_SCHEMES: JsonObject = {
  api_token: {
    type: "http",
    scheme: "basic",
    description:
      "Secret API key as the user name, with an empty password: `Authorization: Basic base64(<key>:)`.",
  },
  cookie_auth: {
    type: "apiKey",
    in: "cookie",
    name: "connect.sid",
    description: "Session made with `POST /auth/session`.",
  },
  jwt_token: {
    type: "http",
    scheme: "bearer",
    description: "Token of `POST /auth/{actor_type}/{provider}`.",
  },
  publishable_key: {
    type: "apiKey",
    in: "header",
    name: "x-publishable-api-key",
    description: "Publishable API key of the sales channel.",
  },
  reader_key: {
    type: "http",
    scheme: "bearer",
    description: "Activity API key, `csk_...`, made in the dashboard.",
  },
}

export const ADMIN_SECURITY: JsonObject[] = [
  { cookie_auth: [] },
  { jwt_token: [] },
  { api_token: [] },
]
export const STORE_SECURITY: JsonObject[] = [{ publishable_key: [] }]
export const CUSTOMER_SECURITY: JsonObject[] = [
  { publishable_key: [], cookie_auth: [] },
  { publishable_key: [], jwt_token: [] },
]

export const READER_SECURITY: JsonObject[] = [{ reader_key: [] }]

export const DESCRIPTION = [
  "What Cornerstore adds to Medusa's HTTP API. Medusa's own routes are described at https://docs.medusajs.com/api.",
  "Instants are ISO 8601 strings in UTC, days `YYYY-MM-DD` and times `HH:MM` in the shop's zone, money in major units, coordinates `[lon, lat]`. Lists answer `count`, `offset` and `limit` beside their rows.",
].join("\n\n")
