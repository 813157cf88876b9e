import { z } from "@medusajs/framework/zod"

import {
  CONSENT_CHANNELS,
  CONSENT_PURPOSES,
  subjectOf,
} from "../../../../../modules/activity/domain/consents"

const consent = z
  .object({
    purpose: z.enum(CONSENT_PURPOSES),
    channel: z.enum(CONSENT_CHANNELS).nullable().default(null),
    state: z.enum(["granted", "denied"]),
    text_version: z.string().trim().min(1).max(100).nullable().default(null),
  })
  .strict()
  .refine(
    ({ purpose, channel }) => purpose === "marketing" || channel === null,
    { path: ["channel"], message: "only marketing has channels" }
  )

/** Body of `POST /store/customers/me/consents`; what is left out stays. */
export const StorePostConsents = z
  .object({
    consents: z
      .array(consent)
      .min(1)
      .max(20)
      .refine(
        (consents) => new Set(consents.map(subjectOf)).size === consents.length,
        "names a purpose and channel twice"
      ),
  })
  .strict()

export type StorePostConsentsType = z.infer<typeof StorePostConsents>
