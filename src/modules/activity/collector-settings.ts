import { z } from "@medusajs/framework/zod"

import {
  CollectorSettings,
  DEFAULT_COLLECTOR_SETTINGS,
} from "./domain/collector-settings"

const policy = z.enum(["lenient", "strict"])
const months = z.int().min(1).max(120)

const placePolicy = z
  .object({
    place: z
      .string()
      .trim()
      .toUpperCase()
      .regex(
        /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/,
        "a country such as BR, or a part of one such as US-CA"
      ),
    policy,
  })
  .strict()

/** Rules of consent, each on its own. */
export const consentSettingsSchema = z
  .object({
    standard: policy,
    europe: policy,
    places: z
      .array(placePolicy)
      .max(300)
      .refine(
        (places) =>
          new Set(places.map(({ place }) => place)).size === places.length,
        "names a place twice"
      ),
    honour_dnt: z.boolean(),
    categories: z.array(z.string().trim().min(1).max(100)).max(20),
  })
  .strict()

/** How long each class of data is kept, in months. */
export const retentionSchema = z
  .object({
    events_months: months,
    visits_months: months,
    logins_months: months,
  })
  .strict()

/** What is to change; what is left out stays. */
export const collectorSettingsChangesSchema = z
  .object({
    consent: consentSettingsSchema.partial().optional(),
    retention: retentionSchema.partial().optional(),
  })
  .strict()
export type CollectorSettingsChanges = z.output<
  typeof collectorSettingsChangesSchema
>

/** Stored settings that nobody can read: what is collected would be a guess. */
export class UnreadableSettings extends Error {
  override name = "UnreadableSettings"
}

/**
 * Reads stored settings; what an older version did not know has its default.
 *
 * @param stored - what the table holds; null when nothing was set yet
 * @throws UnreadableSettings naming every wrong field
 */
export function parseCollectorSettings(stored: unknown): CollectorSettings {
  const changes = collectorSettingsChangesSchema.safeParse(stored ?? {})
  if (!changes.success) {
    const fields = changes.error.issues.map(
      ({ path, message }) => `${path.join(".")}: ${message}`
    )
    throw new UnreadableSettings(
      `The settings in activity.collector_setting cannot be read (${fields.join("; ")}). Save them again in the dashboard, or delete the row.`
    )
  }
  return changedSettings(DEFAULT_COLLECTOR_SETTINGS, changes.data)
}

/** Settings with changes applied. */
export function changedSettings(
  { consent, retention }: CollectorSettings,
  changes: CollectorSettingsChanges
): CollectorSettings {
  return {
    consent: { ...consent, ...changes.consent },
    retention: { ...retention, ...changes.retention },
  }
}
