import { SqlExecutor, toDate } from "./sql"

export type LastReconcilerRun = {
  name: string
  startedAt: Date
  finishedAt: Date | null
  found: number
  repaired: number
  error: string | null
}

/**
 * Takes the tick for the caller. The unique (name, tick) decides between
 * callers of one tick; a run that is still under way keeps the next tick off.
 */
export async function claimReconcilerTick(
  sql: SqlExecutor,
  input: {
    id: string
    name: string
    tick: Date
    now: Date
    abandonedBefore: Date
  }
): Promise<string | null> {
  const rows = await sql.execute<{ id: string }>(
    `insert into reconciler_run (id, name, tick, started_at)
     select ?, ?, ?::timestamptz, ?::timestamptz
     where not exists (
       select 1 from reconciler_run
       where name = ? and finished_at is null
         and tick > ?::timestamptz - interval '1 day' and started_at > ?
     )
     on conflict (name, tick) do nothing
     returning id`,
    [
      input.id,
      input.name,
      input.tick,
      input.now,
      input.name,
      input.now,
      input.abandonedBefore,
    ]
  )
  return rows[0]?.id ?? null
}

export async function finishReconcilerRun(
  sql: SqlExecutor,
  input: {
    id: string
    now: Date
    found: number
    repaired: number
    error: string | null
  }
): Promise<void> {
  await sql.execute(
    `update reconciler_run
     set finished_at = ?, found = ?, repaired = ?, error = ?, updated_at = now()
     where id = ? returning id`,
    [input.now, input.found, input.repaired, input.error, input.id]
  )
}

/** The newest run of each name, by one index probe per name. */
export async function listLastReconcilerRuns(
  sql: SqlExecutor,
  names: string[]
): Promise<LastReconcilerRun[]> {
  if (!names.length) {
    return []
  }
  const rows = await sql.execute<{
    name: string
    started_at: Date | string
    finished_at: Date | string | null
    found: number
    repaired: number
    error: string | null
  }>(
    `select run.name, run.started_at, run.finished_at, run.found,
            run.repaired, run.error
     from unnest(array[?]::text[]) as wanted (name)
     cross join lateral (
       select * from reconciler_run
       where name = wanted.name order by tick desc limit 1
     ) run`,
    [names]
  )
  return rows.map(({ started_at, finished_at, ...row }) => ({
    ...row,
    startedAt: toDate(started_at),
    finishedAt: finished_at ? toDate(finished_at) : null,
  }))
}
