import { z } from "@medusajs/framework/zod"

const id = z.string().min(1).max(255)
const instant = z.coerce.date()

/** Query of `GET /admin/activity/events`; `from` inclusive, `to` exclusive. */
export const AdminGetActivityEvents = z
  .object({
    anonymous_id: id.optional(),
    customer_id: id.optional(),
    event: id.optional(),
    from: instant.optional(),
    to: instant.optional(),
    cursor: z.string().min(1).max(500).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  })
  .strict()

export type AdminGetActivityEventsType = z.infer<typeof AdminGetActivityEvents>
