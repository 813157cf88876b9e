import type { Sql } from "./sql"

/**
 * Place in the order of arrival. The time is text, because it has microseconds
 * and a `Date` would lose them.
 */
export type RollUpPlace = { received_at: string; event_id: string }

/** Before every event. */
const BEGINNING: RollUpPlace = { received_at: "epoch", event_id: "0" }

/** Who counts events; others who follow them have rows of their own. */
const NAME = "events"

/**
 * Takes the turn to count and keeps everybody else from it until the
 * transaction ends, however that happens.
 *
 * @returns the place up to which events are counted, and whether any ever was;
 * null while somebody else counts
 */
export async function takeTurn(
  sql: Sql
): Promise<{ place: RollUpPlace; isFirst: boolean } | null> {
  const [row] = await sql.query<Record<keyof RollUpPlace, string | null>[]>(
    `select received_at::text, event_id::text
       from activity.rollup_state
      where name = $1
        for update skip locked`,
    [NAME]
  )
  if (!row) {
    return null
  }
  const { received_at, event_id } = row
  return received_at !== null && event_id !== null
    ? { place: { received_at, event_id }, isFirst: false }
    : { place: BEGINNING, isFirst: true }
}

/** Says how far counting has come, with what was counted or not at all. */
export async function savePlace(
  sql: Sql,
  { received_at, event_id }: RollUpPlace
): Promise<void> {
  await sql.query(
    `update activity.rollup_state
        set received_at = $2, event_id = $3, updated_at = now()
      where name = $1`,
    [NAME, received_at, event_id]
  )
}

/** The instant up to which events are counted; null before the first turn. */
export async function countedUpTo(sql: Sql): Promise<Date | null> {
  const [row] = await sql.query<{ received_at: Date | null }[]>(
    `select received_at from activity.rollup_state where name = $1`,
    [NAME]
  )
  return row?.received_at ?? null
}
