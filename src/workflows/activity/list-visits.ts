import { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"

import type { CustomerVisitRow } from "../../modules/activity/queries/customer-visits"
import type { CustomerVisit, ListCustomerVisitsResponse } from "../../sdk/types"
import { decodeCursor, encodeCursor } from "./cursor"
import { activityService } from "./module"

const positionSchema = z.object({ at: z.iso.datetime(), id: z.uuid() })

/**
 * A page of a customer's visits to the shop, newest first.
 *
 * @param page.cursor - `next_cursor` of the page before
 * @throws MedusaError INVALID_DATA for a cursor that is none
 */
export async function listCustomerVisits(
  customer_id: string,
  { limit, cursor }: { limit: number; cursor?: string },
  container: MedusaContainer
): Promise<ListCustomerVisitsResponse> {
  const position = cursor ? decodeCursor(cursor, positionSchema) : null
  const rows = await activityService(container).listCustomerVisits(
    customer_id,
    {
      limit: limit + 1,
      after: position
        ? { started_at: new Date(position.at), id: position.id }
        : undefined,
    }
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    visits: page.map(toVisit),
    next_cursor:
      last && rows.length > limit
        ? encodeCursor({ at: last.started_at.toISOString(), id: last.id })
        : null,
  }
}

function toVisit(row: CustomerVisitRow): CustomerVisit {
  const { started_at, ended_at } = row
  return {
    id: row.id,
    anonymous_id: row.anonymous_id,
    started_at: started_at.toISOString(),
    ended_at: ended_at.toISOString(),
    seconds: Math.round((ended_at.getTime() - started_at.getTime()) / 1_000),
    pages: row.pages,
    events: row.events,
    entry_path: row.entry_path,
    exit_path: row.exit_path,
    source: row.source,
    medium: row.medium,
    campaign: row.campaign,
    device: row.device,
  }
}
