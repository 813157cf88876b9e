import { EntityManager } from "typeorm"

import {
  Partition,
  PARTITIONED_TABLES,
  partitionNamed,
  partitionsFrom,
} from "../domain/partitions"
import { isLockTimeout } from "./errors"
import type { Sql } from "./sql"

/** Two processes that make the same partition take turns. */
const LOCK = "select pg_advisory_xact_lock(hashtext('activity.partitions'))"

/**
 * How long a partition that is to go waits for those who use its table, in ms.
 * While it waits, everybody else waits behind it.
 */
const DROP_WAIT_MS = 200

/**
 * Makes the partitions for the month of `now` and the next ones, where they are
 * missing. Nothing is locked when none is, and nobody who stores or reads waits:
 * a month is made as a table of its own and then attached.
 *
 * @returns names of those that were made
 */
export async function createMissingPartitions(
  manager: EntityManager,
  now: Date
): Promise<string[]> {
  return createPartitions(manager, partitionsFrom(now))
}

/** Makes those partitions that are missing; returns their names. */
export async function createPartitions(
  manager: EntityManager,
  wanted: readonly Partition[]
): Promise<string[]> {
  if (!(await missing(manager, wanted)).length) {
    return []
  }
  return manager.transaction(async (locked) => {
    await locked.query(LOCK)
    const partitions = await missing(locked, wanted)
    for (const { table, name, from, to } of partitions) {
      await locked.query(
        `create table activity.${name} (like activity.${table}
           including defaults including constraints including storage)`
      )
      await locked.query(
        `alter table activity.${table} attach partition activity.${name}
           for values from ('${from}') to ('${to}')`
      )
    }
    return partitions.map(({ name }) => name)
  })
}

/** Every partition there is, the oldest first. */
export async function listPartitions(sql: Sql): Promise<Partition[]> {
  const rows = await sql.query<{ name: string }[]>(
    `select c.relname as name
       from pg_inherits i
       join pg_class c on c.oid = i.inhrelid
       join pg_class p on p.oid = i.inhparent
      where p.relnamespace = 'activity'::regnamespace
        and p.relname = any($1)`,
    [PARTITIONED_TABLES]
  )
  return rows
    .flatMap(({ name }) => partitionNamed(name) ?? [])
    .sort((a, b) => a.from.localeCompare(b.from))
}

/**
 * Removes a month with all it holds. That needs a moment in which nobody uses
 * the table; when there is none, the month stays for now, so that events are
 * never kept waiting.
 *
 * @returns whether it is gone
 */
export async function dropPartition(
  manager: EntityManager,
  { table, name }: Partition
): Promise<boolean> {
  try {
    await manager.transaction(async (locked) => {
      await locked.query(LOCK)
      await locked.query(`set local lock_timeout = ${DROP_WAIT_MS}`)
      await locked.query(
        `alter table activity.${table} detach partition activity.${name}`
      )
      // The files go after the commit, when nothing is locked any more.
      await locked.query(`drop table activity.${name}`)
    })
    return true
  } catch (error) {
    if (isLockTimeout(error)) {
      return false
    }
    throw error
  }
}

async function missing(
  sql: Sql,
  wanted: readonly Partition[]
): Promise<Partition[]> {
  const existing = new Set((await listPartitions(sql)).map(({ name }) => name))
  return wanted.filter(({ name }) => !existing.has(name))
}
