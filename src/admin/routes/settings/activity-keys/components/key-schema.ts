import type { TFunction } from "i18next"
import { z } from "zod"

import type { CreateReaderKey, ReaderScope } from "../../../../../sdk/types"

/** Days after which a key stops working; a key for ever is asked for. */
export const LIFETIMES = ["30", "90", "365", "never"] as const

const DAY_MS = 24 * 60 * 60_000

export const createKeySchema = (t: TFunction<"cornerstore">) =>
  z
    .object({
      name: z.string().trim().min(1, t("activityKeys.errors.name")),
      events: z.boolean(),
      identified: z.boolean(),
      facts: z.boolean(),
      /** None for all of them. */
      source_ids: z.array(z.string()),
      lifetime: z.enum(LIFETIMES),
    })
    .refine(({ events, facts }) => events || facts, {
      path: ["facts"],
      message: t("activityKeys.errors.scopes"),
    })

export type KeyValues = z.infer<ReturnType<typeof createKeySchema>>

export const EMPTY_KEY: KeyValues = {
  name: "",
  events: true,
  identified: false,
  facts: false,
  source_ids: [],
  lifetime: "365",
}

/** What is sent; the values must have passed the schema. */
export function toKeyInput(
  { name, events, identified, facts, source_ids, lifetime }: KeyValues,
  now: Date
): CreateReaderKey {
  const scopes: (ReaderScope | false)[] = [
    events && "events:read",
    events && identified && "events:read:identified",
    facts && "facts:read",
  ]
  return {
    name: name.trim(),
    scopes: scopes.filter((scope) => scope !== false),
    source_ids: source_ids.length ? source_ids : null,
    expires_at:
      lifetime === "never"
        ? null
        : new Date(now.getTime() + Number(lifetime) * DAY_MS).toISOString(),
  }
}
