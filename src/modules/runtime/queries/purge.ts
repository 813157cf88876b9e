import { PurgeableTable } from "../domain/retention"
import { SqlExecutor } from "./sql"

/** Which rows of a table are older than an instant. */
const PURGEABLE: Record<PurgeableTable, string> = {
  outbox_message: "status = 'sent' and deleted_at is null and sent_at < ?",
  reconciler_run: "deleted_at is null and started_at < ?",
  process_heartbeat: "deleted_at is null and seen_at < ?",
}

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
