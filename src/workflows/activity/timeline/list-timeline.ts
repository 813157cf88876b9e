import { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"

import type { CustomerTimelineResponse, TimelineKind } from "../../../sdk/types"
import { decodeCursor, encodeCursor } from "../cursor"
import { mergeNewest } from "./merge"
import { timelineSources } from "./sources"

const positionsSchema = z.record(z.string(), z.string())

/**
 * A page of what a customer did and what happened to her, newest first.
 *
 * @param page.kinds - only from these sources; all of them when left out
 * @param page.cursor - `next_cursor` of the page before, of the same kinds
 * @throws MedusaError INVALID_DATA for a cursor that is none
 */
export async function listTimeline(
  customer_id: string,
  page: { limit: number; cursor?: string; kinds?: TimelineKind[] },
  container: MedusaContainer
): Promise<CustomerTimelineResponse> {
  const { limit, cursor, kinds } = page
  const positions = cursor ? decodeCursor(cursor, positionsSchema) : {}
  const sources = timelineSources.filter(
    ({ kind }) => !kinds || kinds.includes(kind)
  )
  const streams = await Promise.all(
    sources.map(async ({ kind, read }) => ({
      kind,
      entries: await read({
        customer_id,
        after: positions[kind] ?? null,
        // One more than a page tells whether there is another.
        limit: limit + 1,
        container,
      }),
    }))
  )
  const { entries, read, more } = mergeNewest(streams, limit)
  return {
    entries,
    next_cursor: more ? encodeCursor({ ...positions, ...read }) : null,
  }
}
