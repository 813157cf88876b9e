import { z } from "@medusajs/framework/zod"

import { READER_SCOPES } from "../../../../modules/activity/domain/reader-key"

export const AdminGetReaderKeys = z
  .object({
    limit: z.coerce.number().int().min(1).max(200).default(20),
    offset: z.coerce.number().int().min(0).default(0),
    q: z.string().max(200).optional(),
  })
  .strict()
export type AdminGetReaderKeysType = z.infer<typeof AdminGetReaderKeys>

const unique = (values: string[]) => new Set(values).size === values.length

export const AdminCreateReaderKey = z
  .object({
    name: z.string().trim().min(1).max(200),
    scopes: z
      .array(z.enum(READER_SCOPES))
      .min(1)
      .max(READER_SCOPES.length)
      .refine(unique, "name each scope once")
      .refine(
        (scopes) =>
          !scopes.includes("events:read:identified") ||
          scopes.includes("events:read"),
        "events:read:identified says more about what events:read reads: give both"
      ),
    source_ids: z
      .array(z.string().min(1).max(255))
      .min(1, "name a source, or leave source_ids out for all of them")
      .max(100)
      .refine(unique, "name each source once")
      .nullable()
      .default(null),
    expires_at: z.coerce
      .date()
      .refine((date) => date > new Date(), "must lie in the future")
      .nullable()
      .default(null),
  })
  .strict()
export type AdminCreateReaderKeyType = z.infer<typeof AdminCreateReaderKey>
