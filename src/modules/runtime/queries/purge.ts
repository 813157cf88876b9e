import { SqlExecutor } from "./sql"

/** What can be purged, and where its age is read. */
const PURGEABLE = {
  outbox_message: "status = 'sent' and deleted_at is null and sent_at < ?",
  reconciler_run: "deleted_at is null and started_at < ?",
  process_heartbeat: "deleted_at is null and seen_at < ?",
} as const

export type PurgeableTable = keyof typeof PURGEABLE

/** Removes at most `limit` rows that are older, so that no lock lasts. */
export async function purgeOlderThan(
  sql: SqlExecutor,
  table: PurgeableTable,
  before: Date,
  limit: number
): Promise<number> {
  const rows = await sql.execute<{ id: string }>(
    `delete from ${table} where id in (
       select id from ${table} where ${PURGEABLE[table]}
       limit ? for update skip locked
     ) returning id`,
    [before, limit]
  )
  return rows.length
}
