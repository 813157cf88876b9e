import { DroppedEvents } from "../domain/new-event"
import { Sql } from "./sql"

/** Adds to the day's counts of refused events. */
export async function countDropped(
  sql: Sql,
  dropped: readonly DroppedEvents[],
  now: Date
): Promise<void> {
  await sql.query(
    `insert into activity.dropped_event as d (source_id, day, reason, count)
     select source_id, $4::date, reason, sum(count)
       from unnest($1::text[], $2::text[], $3::bigint[])
         as e (source_id, reason, count)
      group by source_id, reason
      order by source_id, reason
     on conflict (source_id, day, reason)
       do update set count = d.count + excluded.count`,
    [
      dropped.map(({ source_id }) => source_id),
      dropped.map(({ reason }) => reason),
      dropped.map(({ count }) => count),
      now.toISOString().slice(0, 10),
    ]
  )
}
