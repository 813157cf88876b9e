import { type PostgresServer, withClient } from "../../scripts/postgres"

const QUIET_MS = 500
const PATIENCE_MS = 15_000
const POLL_MS = 100

/**
 * Waits until no connection has done anything for half a second: an order's
 * subscribers work on after its answer and would slow down the other side.
 * After 15 seconds it goes on, for a job may be due at any time.
 */
export async function untilQuiet(server: PostgresServer): Promise<void> {
  await withClient(server.url("postgres"), async (client) => {
    const end = Date.now() + PATIENCE_MS
    const isBusy = async () => {
      const { rows } = await client.query<{ busy: boolean }>(
        `select exists (
           select 1 from pg_stat_activity
           where datname in ('stock', 'plugin')
             and backend_type = 'client backend'
             and (state <> 'idle'
               or state_change > now() - $1 * interval '1 millisecond')
         ) as busy`,
        [QUIET_MS]
      )
      return rows[0]?.busy === true
    }
    while ((await isBusy()) && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  })
}
