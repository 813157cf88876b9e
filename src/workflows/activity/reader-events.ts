import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

import {
  ArrivalFilter,
  ArrivalPosition,
  BEGINNING,
} from "../../modules/activity/domain/arrival"
import type { EventType } from "../../modules/activity/domain/new-event"
import {
  readableSources,
  ReaderKey,
} from "../../modules/activity/domain/reader-key"
import {
  unidentifiedContext,
  unidentifiedProperties,
} from "../../modules/activity/domain/unidentified"
import type {
  ArrivalPage,
  ArrivalRow,
} from "../../modules/activity/queries/follow-events"
import type { ReadEvent, ReadEventsResponse } from "../../sdk/types"
import { decodeCursor, encodeCursor, eventPositionSchema } from "./cursor"
import { activityService } from "./module"

/** What a reader asks for. */
export type ReaderQuery = {
  /** Instants of arrival: `from` inclusive, `to` exclusive. */
  from?: Date
  to?: Date
  event?: string
  type?: EventType
  source?: string
  customer_id?: string
  /** Wins over `from`. */
  cursor?: string
}

/** Events of a page of an export: with the largest ones some megabytes. */
const EXPORT_PAGE = 500

/**
 * A page of events in the order in which they arrived, as far as all that was
 * stored can be seen: who follows with `next_cursor` gets each event once.
 *
 * @throws MedusaError INVALID_DATA for a cursor that is none; FORBIDDEN when the
 * key does not go so far
 */
export async function readEventsPage(
  reader: ReaderKey,
  query: ReaderQuery & { limit: number },
  container: MedusaContainer
): Promise<ReadEventsResponse> {
  const read = await openReading(reader, query, container)
  const page = await read(startOf(query), query.limit)
  return {
    events: page.rows.map((row) => toReadEvent(row, reader)),
    next_cursor: encodeCursor(page.next),
    has_more: page.has_more,
  }
}

/** A piece of an export, in order. */
export type ExportPart =
  { events: ReadEvent[] } | { next_cursor: string; has_more: false }

/**
 * All events up to now, a page in memory at a time, and at the end the cursor
 * by which the next export goes on.
 *
 * @throws as `readEventsPage`, before the first part
 */
export async function* exportEvents(
  reader: ReaderKey,
  query: ReaderQuery,
  container: MedusaContainer
): AsyncGenerator<ExportPart> {
  const read = await openReading(reader, query, container)
  let after = startOf(query)
  for (;;) {
    const page = await read(after, EXPORT_PAGE)
    yield { events: page.rows.map((row) => toReadEvent(row, reader)) }
    after = page.next
    if (!page.has_more) {
      break
    }
  }
  yield { next_cursor: encodeCursor(after), has_more: false }
}

/** Settles what is read and how far, so that every page has the same end. */
async function openReading(
  reader: ReaderKey,
  query: ReaderQuery,
  container: MedusaContainer
): Promise<(after: ArrivalPosition, limit: number) => Promise<ArrivalPage>> {
  const service = activityService(container)
  const filter = filterOf(reader, query)
  const horizon = await service.safeHorizon()
  const before = query.to && query.to < horizon ? query.to : horizon
  return (after, limit) =>
    service.followEvents(filter, { after, before, limit })
}

function filterOf(
  reader: ReaderKey,
  { event, type, source, customer_id }: ReaderQuery
): ArrivalFilter {
  if (customer_id !== undefined && !isIdentified(reader)) {
    throw new MedusaError(
      MedusaError.Types.FORBIDDEN,
      "customer_id: this key may not read whose events they are. Use one with the scope events:read:identified."
    )
  }
  const source_ids = readableSources(reader.source_ids, source)
  if (source_ids === "forbidden") {
    throw new MedusaError(
      MedusaError.Types.FORBIDDEN,
      `source: this key may not read the events of ${source}`
    )
  }
  return { name: event, type, source_ids, customer_id }
}

function startOf({ cursor, from }: ReaderQuery): ArrivalPosition {
  if (cursor !== undefined) {
    return decodeCursor(cursor, eventPositionSchema)
  }
  return from ? { at: from.toISOString(), id: "0" } : BEGINNING
}

const isIdentified = ({ scopes }: ReaderKey) =>
  scopes.includes("events:read:identified")

/** `identify` and `group` say what somebody is, the others what was done. */
const hasTraits = (type: EventType) => type === "identify" || type === "group"

function toReadEvent(row: ArrivalRow, reader: ReaderKey): ReadEvent {
  const common = {
    cursor: encodeCursor({ at: row.at, id: row.id }),
    message_id: row.message_id,
    source_id: row.source_id,
    type: row.type,
    event: row.name,
    is_bot: row.is_bot,
    timestamp: row.occurred_at.toISOString(),
    received_at: row.at,
  }
  if (isIdentified(reader)) {
    return {
      ...common,
      anonymous_id: row.anonymous_id,
      customer_id: row.customer_id,
      user_id: row.user_id,
      [hasTraits(row.type) ? "traits" : "properties"]: row.properties,
      context: row.context,
    }
  }
  return {
    ...common,
    ...(hasTraits(row.type)
      ? {}
      : { properties: unidentifiedProperties(row.properties) }),
    context: unidentifiedContext(row.context),
  }
}
