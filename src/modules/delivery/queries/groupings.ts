import { generateEntityId } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { MOVE_STATES, StoredMove, TOLD_BY } from "../domain/grouping-moves"
import { LocalDate } from "../domain/local-time"
import { Sql } from "./types"

export type GroupingStatus = "proposed" | "accepted" | "dismissed"

export type GroupingRow = {
  id: string
  status: GroupingStatus
  starts_on: LocalDate
  ends_on: LocalDate
  metres_before: number
  metres_after: number
  moves: StoredMove[]
  decided_at: Date | null
  created_at: Date
}

const COLUMNS = `id, status, starts_on, ends_on, metres_before, metres_after, moves,
  decided_at, created_at`

const slotSchema = z.object({
  slot_id: z.string(),
  date: z.string(),
  starts_at: z.string(),
  ends_at: z.string(),
})
const movesSchema: z.ZodType<StoredMove[]> = z.array(
  z.object({
    booking_id: z.string(),
    order_id: z.string(),
    district: z.object({ id: z.string(), name: z.string() }),
    from: slotSchema,
    to: slotSchema,
    saved_metres: z.number(),
    state: z.enum(MOVE_STATES),
    reason: z.string().nullable(),
    told: z.enum(TOLD_BY).nullable(),
  })
)

type Raw = Omit<GroupingRow, "moves"> & { moves: unknown }

const read = ({ moves, ...row }: Raw): GroupingRow => ({
  ...row,
  moves: movesSchema.parse(moves),
})

export type NewGrouping = Pick<
  GroupingRow,
  "starts_on" | "ends_on" | "metres_before" | "metres_after" | "moves"
>

export async function insertGrouping(
  sql: Sql,
  grouping: NewGrouping,
  now: Date
): Promise<GroupingRow> {
  const [row] = await sql.execute<Raw[]>(
    `insert into delivery_grouping
       (id, status, starts_on, ends_on, metres_before, metres_after, moves,
        created_at, updated_at)
     values (?, 'proposed', ?, ?, ?, ?, ?::jsonb, ?, ?)
     returning ${COLUMNS}`,
    [
      generateEntityId(undefined, "dgrp"),
      grouping.starts_on,
      grouping.ends_on,
      grouping.metres_before,
      grouping.metres_after,
      JSON.stringify(grouping.moves),
      now,
      now,
    ]
  )
  return read(row)
}

/**
 * Dismisses proposals over the same days that nobody has decided: they were
 * made from bookings as they stood then.
 *
 * @returns their ids
 */
export async function dismissOverlapping(
  sql: Sql,
  days: { starts_on: LocalDate; ends_on: LocalDate },
  now: Date
): Promise<string[]> {
  const rows = await sql.execute<{ id: string }[]>(
    `update delivery_grouping
        set status = 'dismissed', decided_at = ?, updated_at = ?
      where status = 'proposed' and starts_on <= ? and ends_on >= ?
        and deleted_at is null
      returning id`,
    [now, now, days.ends_on, days.starts_on]
  )
  return rows.map(({ id }) => id)
}

/** Lets dismissed proposals be decided again, after a failure. */
export async function proposeAgain(
  sql: Sql,
  ids: readonly string[],
  now: Date
): Promise<void> {
  for (const id of ids) {
    await sql.execute(
      `update delivery_grouping
          set status = 'proposed', decided_at = null, updated_at = ?
        where id = ? and status = 'dismissed'`,
      [now, id]
    )
  }
}

export async function deleteGrouping(sql: Sql, id: string): Promise<void> {
  await sql.execute("delete from delivery_grouping where id = ?", [id])
}

/** A proposal, locked. */
export async function lockGrouping(
  sql: Sql,
  id: string
): Promise<GroupingRow | undefined> {
  const [row] = await sql.execute<Raw[]>(
    `select ${COLUMNS} from delivery_grouping
      where id = ? and deleted_at is null for update`,
    [id]
  )
  return row && read(row)
}

export async function groupingById(
  sql: Sql,
  id: string
): Promise<GroupingRow | undefined> {
  const [row] = await sql.execute<Raw[]>(
    `select ${COLUMNS} from delivery_grouping
      where id = ? and deleted_at is null`,
    [id]
  )
  return row && read(row)
}

/** A page of proposals, newest first. */
export async function pageGroupings(
  sql: Sql,
  page: { limit: number; offset: number; status?: readonly GroupingStatus[] }
): Promise<{ rows: GroupingRow[]; count: number }> {
  const statuses = page.status ?? ["proposed", "accepted", "dismissed"]
  const where = `status = any(?::text[]) and deleted_at is null`
  const params = [`{${statuses.join(",")}}`]
  const rows = await sql.execute<Raw[]>(
    `select ${COLUMNS} from delivery_grouping where ${where}
      order by created_at desc, id desc limit ? offset ?`,
    [...params, page.limit, page.offset]
  )
  const [{ count }] = await sql.execute<{ count: number }[]>(
    `select count(*)::int as count from delivery_grouping where ${where}`,
    params
  )
  return { rows: rows.map(read), count }
}

/** Writes what became of a proposal that is locked. */
export async function saveGrouping(
  sql: Sql,
  grouping: Pick<GroupingRow, "id" | "status" | "moves" | "decided_at">,
  now: Date
): Promise<void> {
  await sql.execute(
    `update delivery_grouping
        set status = ?, moves = ?::jsonb, decided_at = ?, updated_at = ?
      where id = ?`,
    [
      grouping.status,
      JSON.stringify(grouping.moves),
      grouping.decided_at,
      now,
      grouping.id,
    ]
  )
}

/** Accepted proposals with moves that nobody has made. */
export async function unfinishedGroupings(
  sql: Sql,
  acceptedBefore: Date,
  limit: number
): Promise<GroupingRow[]> {
  const rows = await sql.execute<Raw[]>(
    `select ${COLUMNS} from delivery_grouping
      where status = 'accepted' and decided_at < ? and deleted_at is null
        and moves @> '[{"state": "waiting"}]'
      order by decided_at limit ?`,
    [acceptedBefore, limit]
  )
  return rows.map(read)
}
