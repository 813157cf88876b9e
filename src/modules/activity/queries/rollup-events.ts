import type { RolledEvent } from "../domain/facts/rolled-event"
import type { RollUpPlace } from "./rollup-state"
import type { Sql } from "./sql"

/** A row and its place, which is exact to the microsecond. */
export type RollUpRow = RolledEvent & { id: string; received_text: string }

/** Characters read of a text that a client sent. */
const TEXT = 300
const ADDRESS = 2_000

const EVENTS = `
  select e.id::text, e.received_at::text as received_text, e.received_at,
         e.occurred_at, (e.occurred_at at time zone $5)::date::text as day,
         e.source_id, e.type, e.name, e.anonymous_id, e.is_bot,
         e.context ?| array['page', 'userAgent', 'screen', 'device']
           as is_from_device,
         left(coalesce(e.properties->>'path', e.context->'page'->>'path'),
           ${ADDRESS}) as path,
         left(coalesce(e.properties->>'url', e.context->'page'->>'url'),
           ${ADDRESS}) as url,
         left(coalesce(e.properties->>'search', e.context->'page'->>'search'),
           ${ADDRESS}) as search,
         left(coalesce(e.properties->>'referrer',
             e.context->'page'->>'referrer'), ${ADDRESS}) as referrer,
         left(e.properties->>'product_id', ${TEXT}) as product_id,
         left(e.properties->>'query', ${TEXT}) as query,
         left(e.context->'campaign'->>'source', ${TEXT}) as utm_source,
         left(e.context->'campaign'->>'medium', ${TEXT}) as utm_medium,
         left(e.context->'campaign'->>'name', ${TEXT}) as utm_campaign,
         left(e.properties->>'dwell_seconds', 20) as dwell_seconds,
         case when e.name = '$pageleave'
           then left(e.properties->>'$prev_pageview_duration', 20)
         end as left_after_seconds,
         left(e.context->>'userAgent', ${TEXT}) as user_agent,
         e.context->'userAgentData'->>'mobile' as is_mobile
    from activity.event e
   where e.received_at >= $1 and e.received_at < $3
     and (e.received_at, e.id) > ($1, $2)
   order by e.received_at, e.id
   limit $4`

/**
 * The next events to be counted, in the order of arrival. They are found by the
 * primary key.
 *
 * @param input.before - those received from there on are left
 * @param input.zone - IANA zone in which a day is meant
 */
export async function readRollUpEvents(
  sql: Sql,
  input: { after: RollUpPlace; before: Date; limit: number; zone: string }
): Promise<RollUpRow[]> {
  const { after, before, limit, zone } = input
  const rows = await sql.query<(RollUpRow & { search: string | null })[]>(
    EVENTS,
    [after.received_at, after.event_id, before, limit, zone]
  )
  return rows.map(({ search, ...row }) => ({
    ...row,
    url: withSearch(row.url, search),
  }))
}

/** Some clients send the address of a page without its query. */
function withSearch(url: string | null, search: string | null): string | null {
  return url && search?.startsWith("?") && !url.includes("?")
    ? url.replace(/#.*$/, "") + search
    : url
}
