import { createHash } from "node:crypto"

import { WriteKey } from "../domain/write-key"
import { Sql } from "./sql"

/**
 * Makes the mirror of the keys equal to what it is given; rows that are right
 * already are not touched.
 *
 * @param keys - all that there are
 * @returns how many rows were added, changed or removed
 */
export async function mirrorWriteKeys(
  sql: Sql,
  keys: readonly WriteKey[]
): Promise<number> {
  const [row] = await sql.query<{ changed: number }[]>(
    `with wanted as (
       select * from unnest($1::text[], $2::text[], $3::timestamptz[])
         as w (token_hash, source_id, revoked_at)
     ), removed as (
       delete from activity.write_key k
        where not exists (
          select from wanted where wanted.token_hash = k.token_hash)
       returning 1
     ), written as (
       insert into activity.write_key as k (token_hash, source_id, revoked_at)
       select token_hash, source_id, revoked_at from wanted
        order by token_hash
       on conflict (token_hash) do update
         set source_id = excluded.source_id, revoked_at = excluded.revoked_at
         where (k.source_id, k.revoked_at)
           is distinct from (excluded.source_id, excluded.revoked_at)
       returning 1
     )
     select ((select count(*) from removed)
           + (select count(*) from written))::int as changed`,
    [
      keys.map(({ token }) => hashOf(token)),
      keys.map(({ source_id }) => source_id),
      keys.map(({ revoked_at }) => revoked_at),
    ]
  )
  return row?.changed ?? 0
}

/** Source of a key in the mirror; null when it is unknown or revoked. */
export async function findSource(
  sql: Sql,
  token: string
): Promise<string | null> {
  const [row] = await sql.query<{ source_id: string }[]>(
    `select source_id from activity.write_key
      where token_hash = $1 and (revoked_at is null or revoked_at > now())`,
    [hashOf(token)]
  )
  return row?.source_id ?? null
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex")
}
