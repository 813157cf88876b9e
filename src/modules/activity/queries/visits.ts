import { randomUUID } from "node:crypto"

import { FoldedVisit, isBounce, StoredVisit } from "../domain/visits/visit"
import type { Sql } from "./sql"

const COLUMNS = [
  "id",
  "source_id",
  "anonymous_id",
  "started_at",
  "ended_at",
  "day",
  "pages",
  "events",
  "entry_path",
  "entry_at",
  "exit_path",
  "exit_at",
  "referrer",
  "source",
  "medium",
  "campaign",
  "is_tagged",
  "device",
  "is_returning",
  "is_first_of_day",
] as const satisfies (keyof StoredVisit)[]

/** As a `date` it would come back as an instant. */
const READ = COLUMNS.map((name) =>
  name === "day" ? "v.day::text" : `v.${name}`
)

/** Whose visits new events can touch: `from` and `to` are days of the events. */
export type VisitSpan = {
  source_id: string
  anonymous_id: string
  from: string
  to: string
}

/** The pause that ends a visit, as `PAUSE_MS`; here it reaches past midnight. */
const PAUSE = "interval '30 minutes'"

/**
 * Of each visitor: the last visit before the first day, all until half an hour
 * after the last day, and the one that comes next. Each is found by the primary
 * key.
 */
const AROUND = `
  select ${READ.join(", ")}
    from unnest($1::text[], $2::text[], $3::date[], $4::date[])
      as s (source_id, anonymous_id, first_day, last_day)
    cross join lateral (
      select s.first_day::timestamp at time zone $5 as begins,
             (s.last_day + 1)::timestamp at time zone $5 + ${PAUSE} as ends
    ) span
    cross join lateral (
      (select * from activity.visit
        where anonymous_id = s.anonymous_id and source_id = s.source_id
          and started_at < span.begins
        order by started_at desc limit 1)
      union all
      (select * from activity.visit
        where anonymous_id = s.anonymous_id and source_id = s.source_id
          and started_at >= span.begins and started_at <= span.ends)
      union all
      (select * from activity.visit
        where anonymous_id = s.anonymous_id and source_id = s.source_id
          and started_at > span.ends
        order by started_at limit 1)
    ) v`

/**
 * The stored visits that new events can touch.
 *
 * @param zone - IANA zone of the days
 */
export async function visitsAround(
  sql: Sql,
  spans: readonly VisitSpan[],
  zone: string
): Promise<StoredVisit[]> {
  if (!spans.length) {
    return []
  }
  return sql.query<StoredVisit[]>(AROUND, [
    spans.map(({ source_id }) => source_id),
    spans.map(({ anonymous_id }) => anonymous_id),
    spans.map(({ from }) => from),
    spans.map(({ to }) => to),
    zone,
  ])
}

/** Removes visits that are no longer what they were. */
export async function removeVisits(
  sql: Sql,
  visits: readonly StoredVisit[]
): Promise<void> {
  if (!visits.length) {
    return
  }
  await sql.query(
    `delete from activity.visit v
      using unnest($1::text[], $2::text[], $3::timestamptz[])
        as g (anonymous_id, source_id, started_at)
      where v.anonymous_id = g.anonymous_id and v.source_id = g.source_id
        and v.started_at = g.started_at`,
    [
      visits.map(({ anonymous_id }) => anonymous_id),
      visits.map(({ source_id }) => source_id),
      visits.map(({ started_at }) => started_at),
    ]
  )
}

/** Writes visits; one without an id is new. */
export async function writeVisits(
  sql: Sql,
  visits: readonly FoldedVisit[]
): Promise<void> {
  if (!visits.length) {
    return
  }
  const rows = visits.map(({ since: _since, ...visit }) => ({
    ...visit,
    id: visit.id ?? randomUUID(),
    is_bounce: isBounce(visit),
  }))
  await sql.query(
    `insert into activity.visit (${COLUMNS.join(", ")}, is_bounce, bucket)
     select ${COLUMNS.join(", ")}, is_bounce,
            hashtextextended(anonymous_id, 0) & 63
       from jsonb_populate_recordset(null::activity.visit, $1::jsonb)`,
    [JSON.stringify(rows)]
  )
}
