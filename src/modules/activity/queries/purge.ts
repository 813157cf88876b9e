import { EntityManager } from "typeorm"

/**
 * Forgets at most `limit` messages that were seen before an instant.
 *
 * @returns how many were forgotten
 */
export async function purgeEventKeys(
  manager: EntityManager,
  before: Date,
  limit: number
): Promise<number> {
  const [row] = await manager.query<{ purged: number }[]>(
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
