import { Pool } from "@medusajs/framework/pg"

import { benchEvent } from "./events"

/** What Postgres does with the same rows when nobody is in between. */
export type RawJob = {
  url: string
  /** Short text that no other job has: message ids begin with it. */
  run: string
  /** Also write and respect the keys of stored messages. */
  withKeys: boolean
  seconds: number
  connections: number
  /** Rows per statement. */
  rows: number
}
export type RawResult = { rows: number; elapsed_ms: number }

const INCOMING = `
  select * from unnest(
    $1::text[], $2::text[], $3::text[], $4::text[], $5::text[],
    $6::timestamptz[], $7::jsonb[], $8::jsonb[]
  ) as e (source_id, message_id, type, name, anonymous_id, occurred_at,
          properties, context)`
const COLUMNS = `received_at, source_id, message_id, type, name, anonymous_id,
  occurred_at, properties, context`

const PLAIN = `insert into raw.event (${COLUMNS}) select now(), e.* from (${INCOMING}) e`

const WITH_KEYS = `
  with incoming as (${INCOMING}), fresh as (
    insert into raw.event_key (source_id, message_id, seen_at)
    select source_id, message_id, now() from incoming
    on conflict do nothing returning source_id, message_id)
  insert into raw.event (${COLUMNS})
  select now(), e.* from incoming e join fresh using (source_id, message_id)`

/**
 * Tables beside the store's, with its columns, partitions and indexes, so that
 * the same rows cost the same.
 */
export const RAW_TABLES = `
  create schema if not exists raw;
  create table raw.event (like activity.event including all)
    partition by range (received_at);
  create table raw.event_now partition of raw.event default;
  create table raw.event_key (like activity.event_key including all)`

/** Inserts rows from prepared arrays, as many as the time allows. */
export async function insertRaw(job: RawJob): Promise<RawResult> {
  const pool = new Pool({ connectionString: job.url, max: job.connections })
  const statement = { name: "raw", text: job.withKeys ? WITH_KEYS : PLAIN }
  let made = 0
  let rows = 0
  const started = performance.now()
  const end = started + job.seconds * 1000
  const work = async () => {
    while (performance.now() < end) {
      const values = columnsOf(job.run, made, job.rows)
      made += job.rows
      await pool.query({ ...statement, values })
      rows += job.rows
    }
  }
  try {
    await Promise.all(Array.from({ length: job.connections }, work))
    return { rows, elapsed_ms: performance.now() - started }
  } finally {
    await pool.end()
  }
}

function columnsOf(run: string, first: number, count: number): unknown[][] {
  const events = Array.from({ length: count }, (_, index) =>
    benchEvent(run, first + index)
  )
  return [
    events.map(() => "raw"),
    events.map(({ messageId }) => messageId),
    events.map(({ type }) => type),
    events.map(({ event }) => event),
    events.map(({ anonymousId }) => anonymousId),
    events.map(({ originalTimestamp }) => originalTimestamp),
    events.map(({ properties }) => JSON.stringify(properties)),
    events.map(({ context }) => JSON.stringify(context)),
  ]
}
