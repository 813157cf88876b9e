import { Sql } from "./sql"

/**
 * Forgets at most `limit` messages that were seen before an instant.
 *
 * @returns how many were forgotten
 */
export async function purgeEventKeys(
  sql: Sql,
  before: Date,
  limit: number
): Promise<number> {
  const [row] = await sql.query<{ purged: number }[]>(
    `with purged as (
       delete from activity.event_key
        where ctid = any (array(
          select ctid from activity.event_key
           where seen_at < $1 limit $2 for update skip locked))
       returning 1
     )
     select count(*)::int as purged from purged`,
    [before, limit]
  )
  return row?.purged ?? 0
}

/**
 * Forgets devices that nobody logged in from since an instant: the next log-in
 * from one is that of a new device.
 *
 * @returns how many were forgotten
 */
export async function purgeDevices(sql: Sql, before: Date): Promise<number> {
  const [row] = await sql.query<{ purged: number }[]>(
    `with purged as (
       delete from activity.login_device where last_seen_at < $1 returning 1
     )
     select count(*)::int as purged from purged`,
    [before]
  )
  return row?.purged ?? 0
}
