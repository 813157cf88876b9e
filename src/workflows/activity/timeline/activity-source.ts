import { z } from "@medusajs/framework/zod"

import type { EventRow } from "../../../modules/activity/queries/read-events"
import { decodeCursor, encodeCursor, eventPositionSchema } from "../cursor"
import { positionOf } from "../list-events"
import { activityService } from "../module"
import type { TimelineSource } from "./source"

/** How long something was looked at: a figure about a view that is told already. */
const DWELL_EVENTS = ["Page Dwell Recorded", "Product Dwell Recorded"]

/** What the events of every visitor say who is known to be the customer. */
export const activitySource: TimelineSource = {
  kind: "activity",
  async read({ customer_id, after, limit, container }) {
    const position = after && decodeCursor(after, eventPositionSchema)
    const rows = await activityService(container).listEvents(
      { customer_id, except: DWELL_EVENTS },
      {
        limit,
        after: position
          ? { occurred_at: new Date(position.at), id: position.id }
          : undefined,
      }
    )
    return rows.map((row) => ({
      position: encodeCursor(positionOf(row)),
      entry: {
        id: `activity:${row.id}`,
        kind: "activity",
        name: row.name ?? row.type,
        at: row.occurred_at.toISOString(),
        reference: null,
        data: {
          type: row.type,
          properties: row.properties,
          page: pageOf(row),
        },
      },
    }))
  },
}

const pageSchema = z.object({
  title: z.string().nullish().catch(null),
  path: z.string().nullish().catch(null),
})

/** The page an event happened on, as browser clients describe it. */
function pageOf({ context }: EventRow) {
  const parsed = pageSchema.safeParse(context.page)
  return parsed.success
    ? { title: parsed.data.title ?? null, path: parsed.data.path ?? null }
    : null
}
