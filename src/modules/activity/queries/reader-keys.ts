import { LAST_USED_SECONDS, READER_RATE, ReaderKey } from "../domain/reader-key"
import { Sql } from "./sql"

const COLUMNS = `id, name, token_hash, last_four, scopes, source_ids,
  expires_at, revoked_at, last_used_at, created_at, created_by`

export type NewReaderKey = Omit<
  ReaderKey,
  "revoked_at" | "last_used_at" | "created_at"
>

export async function insertReaderKey(
  sql: Sql,
  key: NewReaderKey
): Promise<ReaderKey> {
  const [row] = await sql.query<[ReaderKey]>(
    `insert into activity.reader_key (id, name, token_hash, last_four, scopes,
       source_ids, expires_at, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, now())
     returning ${COLUMNS}`,
    [
      key.id,
      key.name,
      key.token_hash,
      key.last_four,
      key.scopes,
      key.source_ids,
      key.expires_at,
      key.created_by,
    ]
  )
  return row
}

export async function deleteReaderKey(sql: Sql, id: string): Promise<void> {
  await sql.query("delete from activity.reader_key where id = $1", [id])
}

/** Whatever its state; null when there is none. */
export async function findReaderKey(
  sql: Sql,
  by: "id" | "token_hash",
  value: string
): Promise<ReaderKey | null> {
  const [row] = await sql.query<ReaderKey[]>(
    `select ${COLUMNS} from activity.reader_key where ${by} = $1`,
    [value]
  )
  return row ?? null
}

/** Newest first. */
export async function listReaderKeys(
  sql: Sql,
  { q, limit, offset }: { q?: string; limit: number; offset: number }
): Promise<{ keys: ReaderKey[]; count: number }> {
  const like = q ? `%${q.replace(/[\\%_]/g, "\\$&")}%` : null
  const where = "where ($1::text is null or name ilike $1 or last_four = $2)"
  const keys = await sql.query<ReaderKey[]>(
    `select ${COLUMNS} from activity.reader_key ${where}
      order by created_at desc, id desc limit $3 offset $4`,
    [like, q ?? null, limit, offset]
  )
  const [row] = await sql.query<{ count: number }[]>(
    `select count(*)::int as count from activity.reader_key ${where}`,
    [like, q ?? null]
  )
  return { keys, count: row?.count ?? 0 }
}

/**
 * Revokes a key, or with null gives it back.
 *
 * @returns false when the key is not there, or was revoked before
 */
export async function setReaderKeyRevoked(
  sql: Sql,
  id: string,
  is_revoked: boolean
): Promise<boolean> {
  const rows = await sql.query<{ id: string }[]>(
    `with changed as (
       update activity.reader_key
          set revoked_at = case when $2 then now() end
        where id = $1 and (revoked_at is null) = $2
       returning id
     )
     select id from changed`,
    [id, is_revoked]
  )
  return rows.length > 0
}

/** Notes that a key is used, unless that was noted a few minutes ago. */
export async function touchReaderKey(sql: Sql, id: string): Promise<void> {
  await sql.query(
    `update activity.reader_key set last_used_at = now()
      where id = $1
        and (last_used_at is null
          or last_used_at < now() - make_interval(secs => ${LAST_USED_SECONDS}))`,
    [id]
  )
}

const EACH = `interval '1 minute' / ${READER_RATE.perMinute}`
const AHEAD = `${EACH} * ${READER_RATE.burst}`

/**
 * Lets a request pass, or says how long to wait. Each request pays for a piece
 * of time (the generic cell rate algorithm); who has paid further ahead than a
 * burst goes waits. One row that is changed in place and in no log: it costs
 * less than a page and holds for all processes together.
 *
 * @returns seconds to wait; 0 when the request may pass
 */
export async function takeTurn(sql: Sql, key_id: string): Promise<number> {
  const [row] = await sql.query<{ wait: number }[]>(
    `with taken as (
       insert into activity.reader_rate as r (key_id, paid_until)
       values ($1, now() + ${EACH})
       on conflict (key_id) do update
         set paid_until = greatest(r.paid_until, now()) + ${EACH}
         where r.paid_until + ${EACH} <= now() + ${AHEAD}
       returning 1
     )
     select case when exists (select from taken) then 0
       else (select extract(epoch from r.paid_until + ${EACH} - now() - ${AHEAD})
               from activity.reader_rate r where r.key_id = $1)
       end::float as wait`,
    [key_id]
  )
  // Who is refused by a row too new to be seen has the shortest wait.
  return row?.wait === 0 ? 0 : Math.max(1, Math.ceil(row?.wait ?? 0))
}
