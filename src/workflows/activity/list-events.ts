import { MedusaContainer } from "@medusajs/framework/types"

import type {
  EventFilter,
  EventRow,
} from "../../modules/activity/queries/read-events"
import type { ActivityEvent, ListActivityEventsResponse } from "../../sdk/types"
import { decodeCursor, encodeCursor, eventPositionSchema } from "./cursor"
import { activityService } from "./module"

/**
 * A page of collected events, newest first.
 *
 * @param cursor - `next_cursor` of the page before
 * @throws MedusaError INVALID_DATA for a cursor that is none
 */
export async function listActivityEvents(
  filter: EventFilter,
  { limit, cursor }: { limit: number; cursor?: string },
  container: MedusaContainer
): Promise<ListActivityEventsResponse> {
  const position =
    cursor === undefined ? null : decodeCursor(cursor, eventPositionSchema)
  const rows = await activityService(container).listEvents(filter, {
    limit: limit + 1,
    after: position
      ? { occurred_at: new Date(position.at), id: position.id }
      : undefined,
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    events: page.map(toWire),
    next_cursor:
      last && rows.length > limit ? encodeCursor(positionOf(last)) : null,
  }
}

/** Where a page that ends with this event goes on. */
export function positionOf({ occurred_at, id }: EventRow) {
  return { at: occurred_at.toISOString(), id }
}

function toWire(row: EventRow): ActivityEvent {
  return {
    id: row.id,
    message_id: row.message_id,
    source_id: row.source_id,
    type: row.type,
    event: row.name,
    anonymous_id: row.anonymous_id,
    customer_id: row.customer_id,
    is_bot: row.is_bot,
    timestamp: row.occurred_at.toISOString(),
    received_at: row.received_at.toISOString(),
    properties: row.properties,
    context: row.context,
  }
}
