import { ProcessIdentity } from "../process/identity"
import { SqlExecutor } from "./sql"

/** Says that the process lives; brings the row back when it is gone. */
export async function upsertHeartbeat(
  sql: SqlExecutor,
  process: ProcessIdentity,
  now: Date
): Promise<void> {
  await sql.execute(
    `insert into process_heartbeat
       (id, role, hostname, pid, version, started_at, seen_at)
     values (?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update
       set seen_at = excluded.seen_at, updated_at = now()
     returning id`,
    [
      process.id,
      process.role,
      process.hostname,
      process.pid,
      process.version,
      process.startedAt,
      now,
    ]
  )
}

export async function deleteHeartbeat(
  sql: SqlExecutor,
  id: string
): Promise<void> {
  await sql.execute(`delete from process_heartbeat where id = ? returning id`, [
    id,
  ])
}
