import { IncomingHttpHeaders } from "node:http"

import { z } from "@medusajs/framework/zod"

/** Header in which a storefront names its browser's anonymous id. */
export const VISITOR_HEADER = "x-cornerstore-visitor"

/** Ids are no longer; what is, is none. */
const MAX_LENGTH = 255
/** A shop uses one client, or two while it changes. */
const MAX_VISITORS = 4

/**
 * The anonymous ids by which the analytics clients of a browser know it: what
 * the storefront says, and the cookies that clients set where storefront and
 * shop share a domain.
 */
export function visitorsOf(headers: IncomingHttpHeaders): string[] {
  const named = headers[VISITOR_HEADER]
  const visitors = [
    ...(typeof named === "string" ? [named] : []),
    ...cookiesOf(headers.cookie ?? "").flatMap(([name, value]) =>
      readCookie(name, value)
    ),
  ].map((visitor) => visitor.trim())
  return [...new Set(visitors)]
    .filter((visitor) => visitor !== "" && visitor.length <= MAX_LENGTH)
    .slice(0, MAX_VISITORS)
}

function readCookie(name: string, value: string): string[] {
  if (name === "ajs_anonymous_id") {
    return textOf(value)
  }
  if (name === "rl_anonymous_id") {
    return textOf(rudderValue(value))
  }
  return /^ph_.+_posthog$/.test(name) ? posthogVisitor(value) : []
}

/** Segment's client writes the bare id, older ones the id as JSON. */
function textOf(value: string | null): string[] {
  const text = value?.replace(/^"(.*)"$/, "$1")
  return text ? [text] : []
}

/** RudderStack's client, version 3: base64 of the JSON. */
function rudderValue(value: string): string | null {
  const [, encoded] = /^RS_ENC_v3_(.+)$/.exec(value) ?? []
  return encoded ? Buffer.from(encoded, "base64").toString("utf8") : null
}

const posthogSchema = z.object({
  distinct_id: z.string().optional(),
  $device_id: z.string().optional(),
})

/** PostHog's client: the device's id, which an identified one keeps as well. */
function posthogVisitor(value: string): string[] {
  try {
    const parsed = posthogSchema.safeParse(JSON.parse(value))
    const { $device_id, distinct_id } = parsed.data ?? {}
    const visitor = $device_id ?? distinct_id
    return visitor ? [visitor] : []
  } catch {
    // A cookie can be anything; one that is no JSON names nobody.
    return []
  }
}

function cookiesOf(header: string): [string, string][] {
  return header.split(";").flatMap((pair): [string, string][] => {
    const [name, ...rest] = pair.split("=")
    return rest.length ? [[name.trim(), decoded(rest.join("=").trim())]] : []
  })
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
