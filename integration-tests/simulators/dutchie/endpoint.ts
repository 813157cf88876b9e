import { z } from "@medusajs/framework/zod"

import type { Answer } from "../shared/answer"
import { parameter, type SimRequest } from "../shared/request"
import type { PropertyError } from "./errors"
import type { Role } from "./state/people"
import type { Store } from "./store"

/** An operation of Dutchie's API. */
export type Endpoint = {
  method: "GET" | "POST"
  path: string
  /** Scope the key needs; `any` for every key, `none` for no key at all. */
  role: Role | "any" | "none"
  /** Requests a minute and key, see rate-limits.ts; null for no limit. */
  perMinute: number | null
  handle(store: Store, request: SimRequest): Answer
}

/** A parameter that is `true` or `false`. */
export function flag(request: SimRequest, name: string): boolean {
  return parameter(request, name)?.toLowerCase() === "true"
}

/** A whole number; undefined when absent, NaN when it is none. */
export function int(request: SimRequest, name: string): number | undefined {
  const value = parameter(request, name)
  if (value === undefined) {
    return undefined
  }
  return /^-?\d+$/.test(value) ? Number(value) : NaN
}

/** An instant as ISO 8601 text in UTC; undefined when absent or none. */
export function instant(request: SimRequest, name: string): string | undefined {
  const value = parameter(request, name)
  if (value === undefined || Number.isNaN(Date.parse(value))) {
    return undefined
  }
  // A time without a zone is taken for UTC, as the parameters' names say.
  const zoned = /(z|[+-]\d\d:?\d\d)$/i.test(value) ? value : `${value}Z`
  return new Date(Number.isNaN(Date.parse(zoned)) ? value : zoned).toISOString()
}

export type Body<T> =
  { ok: true; data: T } | { ok: false; errors: PropertyError[] }

/** Reads a JSON body. */
export function readBody<T>(
  { body }: SimRequest,
  schema: z.ZodType<T>
): Body<T> {
  let value: unknown
  try {
    value = JSON.parse(body || "null")
  } catch (error) {
    return {
      ok: false,
      errors: [{ propertyName: "$", propertyError: String(error) }],
    }
  }
  const parsed = schema.safeParse(value)
  return parsed.success
    ? { ok: true, data: parsed.data }
    : {
        ok: false,
        errors: parsed.error.issues.map(({ path, message }) => ({
          propertyName: path.join(".") || "$",
          propertyError: message,
        })),
      }
}
