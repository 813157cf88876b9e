import { APPLICATION_NAMES } from "../database/applications"
import { Sql } from "./sql"

/**
 * Taken off the horizon, in seconds: a writer's transaction bears its time a
 * moment before others can see that it runs.
 */
const MARGIN_SECONDS = 1

/**
 * A writer's transaction begins with its write. One that has no transaction id
 * yet and runs a plain `select` is a reader: it will not store an event.
 */
const IS_READER = `(a.backend_xid is null and a.query ~* '^\\s*select\\M')`

const HORIZON = `
  select least(now(), min(a.xact_start))
           - make_interval(secs => ${MARGIN_SECONDS}) as horizon
    from pg_stat_activity a
   where a.datname = current_database()
     and a.backend_type = 'client backend'
     and a.application_name = any($1)
     and a.xact_start is not null
     and not ${IS_READER}`

/**
 * The instant before which every stored row is committed, by the database's
 * clock. `received_at` is the time at which the storing transaction began, so a
 * row can appear behind one that has been read already. Who follows the store
 * by `(received_at, id)` and stays before the horizon never skips one.
 *
 * Ask for it in a statement of its own, outside a transaction and before the
 * rows: a row is only seen by a snapshot that was taken after its writer had
 * finished. Writers of other database roles are seen by a role that has
 * `pg_read_all_stats`; the shop and the stand-alone collector share one role.
 *
 * A writer that hangs holds the horizon back until the pool's
 * `statement_timeout` or `idle_in_transaction_session_timeout` ends it.
 */
export async function safeHorizon(sql: Sql): Promise<Date> {
  const [row] = await sql.query<{ horizon: Date }[]>(HORIZON, [
    [APPLICATION_NAMES.store],
  ])
  // An aggregate without groups has one row; a stubbed answer may have none.
  return row?.horizon ?? new Date(0)
}
