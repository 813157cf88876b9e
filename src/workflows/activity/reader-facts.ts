import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import {
  readableSources,
  ReaderKey,
} from "../../modules/activity/domain/reader-key"
import type { ReadFactsResponse } from "../../sdk/types"
import { decodeCursor, encodeCursor } from "./cursor"
import { activityService } from "./module"

export type FactsQuery = {
  /** Days, `YYYY-MM-DD`: `from` inclusive, `to` exclusive. */
  from?: string
  to?: string
  kind?: string
  source?: string
  cursor?: string
  limit: number
}

const placeSchema = z.object({
  day: z.iso.date(),
  source_id: z.string(),
  kind: z.string(),
  value: z.string(),
})

/**
 * A page of counts by day. Those of the last days still change, as late events
 * come in.
 *
 * @throws MedusaError INVALID_DATA for a cursor that is none; FORBIDDEN when the
 * key does not go so far
 */
export async function readFactsPage(
  reader: ReaderKey,
  { source, cursor, limit, ...filter }: FactsQuery,
  container: MedusaContainer
): Promise<ReadFactsResponse> {
  const source_ids = readableSources(reader.source_ids, source)
  if (source_ids === "forbidden") {
    throw new MedusaError(
      MedusaError.Types.FORBIDDEN,
      `source: this key may not read what was counted of ${source}`
    )
  }
  const rows = await activityService(container).readFacts(
    { ...filter, source_ids },
    {
      limit: limit + 1,
      after: cursor ? decodeCursor(cursor, placeSchema) : undefined,
    }
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    facts: page.map(({ events, ...fact }) => ({
      ...fact,
      events: Number(events),
    })),
    next_cursor:
      last && rows.length > limit
        ? encodeCursor(placeSchema.parse(last))
        : null,
  }
}
