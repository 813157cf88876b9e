import { EntityManager } from "typeorm"

import { Partition, partitionsFrom } from "../domain/partitions"

/** Two processes that make the same partition take turns. */
const LOCK = "select pg_advisory_xact_lock(hashtext('activity.partitions'))"

/**
 * Makes the partitions for the month of `now` and the next ones, where they are
 * missing. Nothing is locked when none is.
 *
 * @returns names of those that were made
 */
export async function createMissingPartitions(
  manager: EntityManager,
  now: Date
): Promise<string[]> {
  const wanted = partitionsFrom(now)
  if (!(await missing(manager, wanted)).length) {
    return []
  }
  return manager.transaction(async (locked) => {
    await locked.query(LOCK)
    const partitions = await missing(locked, wanted)
    for (const { name, from, to } of partitions) {
      await locked.query(
        `create table activity.${name} partition of activity.event
           for values from ('${from}') to ('${to}')`
      )
    }
    return partitions.map(({ name }) => name)
  })
}

async function missing(
  manager: EntityManager,
  wanted: Partition[]
): Promise<Partition[]> {
  const rows = await manager.query<{ name: string }[]>(
    `select c.relname as name
       from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'activity.event'::regclass
        and c.relname = any($1)`,
    [wanted.map(({ name }) => name)]
  )
  const existing = new Set(rows.map(({ name }) => name))
  return wanted.filter(({ name }) => !existing.has(name))
}
