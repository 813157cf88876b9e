import { z } from "@medusajs/framework/zod"

import { EVENT_TYPES } from "../../../modules/activity/domain/new-event"

const id = z.string().min(1).max(255)
const cursor = z.string().min(1).max(2_000)
const limit = z.coerce.number().int().min(1).max(1_000).default(100)

/** Query of `GET /activity/v1/events`; instants of arrival, `to` exclusive. */
export const GetReaderEvents = z
  .object({
    from: z.coerce.date().optional(),
    to: z.coerce.date().optional(),
    event: id.optional(),
    type: z.enum(EVENT_TYPES).optional(),
    source: id.optional(),
    customer_id: id.optional(),
    cursor: cursor.optional(),
    limit,
  })
  .strict()
export type GetReaderEventsType = z.infer<typeof GetReaderEvents>

/** Query of `GET /activity/v1/facts`; days in the shop's zone, `to` exclusive. */
export const GetReaderFacts = z
  .object({
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    kind: z.string().min(1).max(100).optional(),
    source: id.optional(),
    cursor: cursor.optional(),
    limit,
  })
  .strict()
export type GetReaderFactsType = z.infer<typeof GetReaderFacts>
