import { FactDelta, MAX_VALUES, OTHER } from "../domain/facts/kinds"
import type { Sql } from "./sql"

/**
 * Changes counts. A value that a day does not know yet gets a row of its own
 * while there is room, the most frequent first; what has none is counted as
 * `(other)`, and so is what is taken out of it again. Rows are never removed, so
 * that a value is always found where it was counted.
 */
const CHANGE = `
  with delta as (
    select * from unnest(
      $1::date[], $2::text[], $3::text[], $4::text[], $5::bigint[]
    ) as d (day, source_id, kind, value, events)
  ), looked_up as (
    select d.*, f.value is not null as is_known
      from delta d
      left join activity.daily_fact f using (day, source_id, kind, value)
  ), fresh as (
    select day, source_id, kind, value,
           row_number() over (partition by day, source_id, kind
             order by events desc, value) as place
      from looked_up
     where not is_known and events > 0
  ), taken as (
    select day, source_id, kind, (
             select count(*) from activity.daily_fact f
              where f.day = fresh.day and f.source_id = fresh.source_id
                and f.kind = fresh.kind) as rows
      from fresh
     group by day, source_id, kind
  ), placed as (
    select l.day, l.source_id, l.kind,
           case when l.is_known or fresh.place + taken.rows <= ${MAX_VALUES}
             then l.value else '${OTHER}' end as value,
           l.events
      from looked_up l
      left join fresh using (day, source_id, kind, value)
      left join taken using (day, source_id, kind)
  )
  insert into activity.daily_fact as f (day, source_id, kind, value, events)
  select day, source_id, kind, value, sum(events)
    from placed
   group by day, source_id, kind, value
   order by day, source_id, kind, value
  on conflict (day, source_id, kind, value)
    do update set events = f.events + excluded.events`

/** @param deltas - no two of one day, source, kind and value */
export async function changeFacts(
  sql: Sql,
  deltas: readonly FactDelta[]
): Promise<void> {
  if (!deltas.length) {
    return
  }
  const column = <Key extends keyof FactDelta>(key: Key) =>
    deltas.map((delta) => delta[key])
  await sql.query(CHANGE, [
    column("day"),
    column("source_id"),
    column("kind"),
    column("value"),
    column("events"),
  ])
}

/** Days that are looked through, so that no run reads all there are. */
const FOLDED_DAYS = 7

/**
 * Counts as `(other)` what a day has more of than it should: events without
 * consent are counted as they arrive, whatever their clients call them.
 *
 * @param now - its day is still being counted; only the week before is looked at
 * @returns how many values are no longer known
 */
export async function foldRareValues(
  sql: Sql,
  kind: FactDelta["kind"],
  now: Date,
  zone: string
): Promise<number> {
  const [row] = await sql.query<{ folded: number }[]>(
    `with today as (
       select ($2::timestamptz at time zone $3)::date as day
     ), crowded as (
       select f.day, f.source_id from activity.daily_fact f, today
        where f.kind = $1 and f.day < today.day and f.day >= today.day - ${FOLDED_DAYS}
        group by f.day, f.source_id
       having count(*) > ${MAX_VALUES}
     ), ranked as (
       select f.day, f.source_id, f.value,
              row_number() over (partition by f.day, f.source_id
                order by f.events desc, f.value) as place
         from activity.daily_fact f
         join crowded using (day, source_id)
        where f.kind = $1 and f.value <> '${OTHER}'
     ), gone as (
       delete from activity.daily_fact f
        using ranked r
        where f.kind = $1 and r.place >= ${MAX_VALUES}
          and (f.day, f.source_id, f.value) = (r.day, r.source_id, r.value)
       returning f.day, f.source_id, f.events
     ), other as (
       insert into activity.daily_fact as f (day, source_id, kind, value, events)
       select day, source_id, $1, '${OTHER}', sum(events) from gone
        group by day, source_id
       on conflict (day, source_id, kind, value)
         do update set events = f.events + excluded.events
     )
     select count(*)::int as folded from gone`,
    [kind, now, zone]
  )
  return row?.folded ?? 0
}
