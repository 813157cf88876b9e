import type ts from "typescript"

import type { Behaviour } from "./behaviour"
import { capitalise, firstSentence, statusesIn } from "./doc-comment"
import {
  ADMIN_SECURITY,
  CUSTOMER_SECURITY,
  READER_SECURITY,
  STORE_SECURITY,
} from "./fixed"
import { isJsonObject, type JsonObject, type Schema } from "./json"
import type { MiddlewareEntry } from "./middlewares"
import { refuses, responsesOf } from "./responses"
import type { Route } from "./routes"
import type { TypeSchemas } from "./type-schema"
import type { ZodSchemas } from "./zod-schema"

export type OperationInput = {
  route: Route
  behaviour: Behaviour | null
  /** Middlewares that apply to it. */
  entries: MiddlewareEntry[]
  types: TypeSchemas
  zod: ZodSchemas
  warn: (message: string) => void
}

/** One operation of the document. */
export function operationOf(input: OperationInput): JsonObject {
  const { route, entries, behaviour, zod } = input
  const bodyFrom = last(entries, ({ body }) => body) ?? behaviour?.body ?? null
  const queryFrom =
    last(entries, ({ query }) => query) ?? behaviour?.query ?? null
  const body = bodyFrom && zod.refer(bodyFrom)
  const access = accessOf(route, entries)
  const failures = failuresOf(input, {
    isValidated: Boolean(bodyFrom ?? queryFrom),
    isLoggedIn: access === "admin" || access === "customer",
    isAdmin: access === "admin",
  })
  const description = [route.doc, queryFrom ? zod.docOf(queryFrom) : ""]
    .filter(Boolean)
    .join("\n\n")
  const summary = firstSentence(route.doc) || summaryOf(route)
  return {
    operationId: operationId(route),
    summary,
    ...(isMore(description, summary) ? { description } : {}),
    tags: [tagOf(route.path)],
    security: SECURITY[access],
    ...parametersOf(input, queryFrom),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { "application/json": { schema: body } },
          },
        }
      : {}),
    responses: responsesOf(input, failures),
  }
}

type Access = "admin" | "store" | "customer" | "visitor" | "reader" | "public"

const SECURITY: Record<Access, JsonObject[]> = {
  admin: ADMIN_SECURITY,
  store: STORE_SECURITY,
  customer: CUSTOMER_SECURITY,
  visitor: [...STORE_SECURITY, ...CUSTOMER_SECURITY],
  reader: READER_SECURITY,
  public: [],
}

/** Who may call: Medusa's rules by area, and what the middlewares add. */
function accessOf(route: Route, entries: MiddlewareEntry[]): Access {
  if (/^\/admin(\/|$)/.test(route.path)) {
    return route.isOpen ? "public" : "admin"
  }
  if (/^\/activity\/v1\//.test(route.path)) {
    return "reader"
  }
  if (!/^\/store(\/|$)/.test(route.path)) {
    return "public"
  }
  const isRequired =
    entries.some(({ customer }) => customer === "required") ||
    // Medusa's own middleware covers everything below.
    /^\/store\/customers\/me(\/|$)/.test(route.path)
  if (isRequired) {
    return "customer"
  }
  return entries.some(({ customer }) => customer === "optional")
    ? "visitor"
    : "store"
}

/** Error statuses with what is said about them. */
function failuresOf(
  { route, behaviour }: OperationInput,
  by: { isValidated: boolean; isLoggedIn: boolean; isAdmin: boolean }
): Map<number, string> {
  const failures = new Map<number, string>()
  const add = (status: number, text = "") => {
    failures.set(status, failures.get(status) || text)
  }
  statusesIn(route.doc).forEach((text, status) => add(status, text))
  behaviour?.refusals.forEach((texts, status) =>
    // A handler that answers its refusals itself gives them other statuses.
    add(status, status === 400 && refuses(route) ? "" : [...texts].join("; "))
  )
  behaviour?.failures.forEach((_, status) => add(status))
  if (by.isValidated) {
    const other = failures.get(400)
    failures.set(400, other ? `${other}; or the request is not valid` : "")
  }
  if (by.isLoggedIn) {
    add(401)
  }
  if (by.isAdmin) {
    add(403)
  }
  return failures
}

function parametersOf(
  { route, zod, warn }: OperationInput,
  queryFrom: ts.Declaration | null
): JsonObject {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }))
  const query = queryFrom && zod.expand(queryFrom)
  if (query && !isJsonObject(query.properties)) {
    warn(`${route.method} ${route.path}: its query is no object of parameters`)
  }
  const properties =
    query && isJsonObject(query.properties) ? query.properties : {}
  const required = query && Array.isArray(query.required) ? query.required : []
  const inQuery = Object.entries(properties).map(([name, schema]) =>
    queryParameter(
      name,
      isJsonObject(schema) ? schema : {},
      required.includes(name)
    )
  )
  const parameters = [...inPath, ...inQuery]
  return parameters.length ? { parameters } : {}
}

function queryParameter(
  name: string,
  { description, ...schema }: Schema,
  required: boolean
): JsonObject {
  return {
    name,
    in: "query",
    required,
    ...(description ? { description } : {}),
    // `created_at[$gte]=...`
    ...(takesObject(schema) ? { style: "deepObject", explode: true } : {}),
    schema,
  }
}

function takesObject(schema: Schema): boolean {
  const members = Array.isArray(schema.anyOf) ? schema.anyOf : []
  return (
    schema.type === "object" ||
    members.some((member) => isJsonObject(member) && takesObject(member))
  )
}

function last<T>(
  entries: MiddlewareEntry[],
  pick: (entry: MiddlewareEntry) => T | null
): T | null {
  return entries.reduce<T | null>((found, entry) => pick(entry) ?? found, null)
}

/** As Medusa names its own: `StorePostCartsIdDeliverySlot`. */
function operationId({ method, path }: Route): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter(Boolean)
  const area = ["admin", "store"].includes(words[0]) ? words.slice(0, 1) : []
  return [...area, method.toLowerCase(), ...words.slice(area.length)]
    .map(capitalise)
    .join("")
}

/** `Admin delivery`, `Store carts`, `Track` */
export function tagOf(path: string): string {
  const [area, resource] = path.split("/").filter(Boolean)
  const isGrouped = ["admin", "store"].includes(area) && resource
  return capitalise(
    (isGrouped ? `${area} ${resource}` : (area ?? "")).replaceAll("-", " ")
  )
}

/** For a route without a comment. */
function summaryOf({ method, path }: Route): string {
  const words = path.split("/").filter((part) => part && !part.startsWith("{"))
  const named = words.slice(1).join(" ").replaceAll("-", " ")
  const isOne = path.endsWith("}")
  const verbs: Record<string, string> = {
    GET: isOne ? "Read one of" : "List",
    POST: isOne ? "Change one of" : "Add to",
    PUT: "Replace",
    PATCH: "Change",
    DELETE: isOne ? "Delete one of" : "Delete",
  }
  return `${verbs[method]} ${named}`
}

function isMore(description: string, summary: string): boolean {
  return description !== "" && description.replace(/[.]$/, "") !== summary
}
