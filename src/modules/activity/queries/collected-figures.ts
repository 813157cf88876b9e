import { Sql } from "./sql"
import { WITHOUT_CONSENT } from "./store-events"

/** What was collected on a day: events kept, and events of which only the number is. */
export type CollectedFigures = { day: string; kept: number; counted: number }

/**
 * What was collected today and on the days before, newest first. Kept events
 * come from the roll-up and may be a few minutes behind.
 *
 * @param timeZone - IANA zone whose days are meant
 */
export async function collectedFigures(
  sql: Sql,
  { now, days, timeZone }: { now: Date; days: number; timeZone: string }
): Promise<CollectedFigures[]> {
  return sql.query<CollectedFigures[]>(
    `select d.day::text as day,
            coalesce(sum(f.events) filter (where f.kind <> $4), 0)::int as kept,
            coalesce(sum(f.events) filter (where f.kind = $4), 0)::int as counted
       from (select ($1::timestamptz at time zone $2)::date - back as day
               from generate_series(0, $3::int - 1) as back) d
       left join activity.daily_fact f
         on f.kind in ('event', 'event_bot', $4) and f.day = d.day
      group by d.day
      order by d.day desc`,
    [now, timeZone, days, WITHOUT_CONSENT]
  )
}
