import { Sql } from "./types"

/** What a person has to know about the last calls. */
export type Health = "unchecked" | "healthy" | "degraded" | "attention"

/**
 * A call worked. Written only when that is news or the last good word is a
 * minute old: a busy connection must not write with every call.
 */
export async function recordSuccess(
  sql: Sql,
  id: string,
  now: Date
): Promise<void> {
  await sql.execute(
    `update pos_connection
        set health = 'healthy', failures = 0, last_error = null,
            last_error_at = null, last_ok_at = ?, updated_at = ?
      where id = ?
        and (health <> 'healthy' or failures > 0 or last_ok_at is null
             or last_ok_at < ?)`,
    [now, now, id, new Date(now.getTime() - 60_000)]
  )
}

/**
 * A call failed. Only for the key it was made with: a failure that arrives
 * after the key was changed says nothing about the new one.
 *
 * @returns whether the connection came to need a person by this call
 */
export async function recordFailure(
  sql: Sql,
  failure: {
    id: string
    credentials_version: number
    needs_person: boolean
    error: string
    now: Date
  }
): Promise<boolean> {
  const { id, credentials_version, needs_person, error, now } = failure
  const rows = await sql.execute<{ was: Health }[]>(
    `update pos_connection c
        set health = case when ? or c.health = 'attention' then 'attention'
                          else 'degraded' end,
            failures = c.failures + 1, last_error = ?, last_error_at = ?,
            updated_at = ?
       from (select id, health from pos_connection where id = ? for update) old
      where c.id = old.id and c.credentials_version = ?
      returning old.health as was`,
    [needs_person, error, now, now, id, credentials_version]
  )
  return needs_person && rows[0] !== undefined && rows[0].was !== "attention"
}

/**
 * Takes the turn to poll or to sync a connection, so that of several processes
 * one asks the vendor.
 *
 * @param before - the turn is free when the last one was taken before this
 */
export async function claimTurn(
  sql: Sql,
  turn: { id: string; column: TurnColumn; before: Date; now: Date }
): Promise<boolean> {
  const rows = await sql.execute<{ id: string }[]>(
    `update pos_connection set ${turn.column} = ?
      where id = ? and deleted_at is null
        and (${turn.column} is null or ${turn.column} <= ?)
      returning id`,
    [turn.now, turn.id, turn.before]
  )
  return rows.length === 1
}

export type TurnColumn = "catalogue_claimed_at" | "orders_claimed_at"
