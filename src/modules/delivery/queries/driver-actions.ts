import { generateEntityId } from "@medusajs/framework/utils"

import type { DriverActionKind } from "../domain/driver-action"
import { Sql } from "./types"

export type NewDriverAction = {
  route_id: string
  key: string
  kind: DriverActionKind
  stop_id: string | null
  fingerprint: string
}

/**
 * Writes an action down, once for its key.
 *
 * @returns null when it is new, else what was done with this key before
 */
export async function insertAction(
  sql: Sql,
  action: NewDriverAction,
  now: Date
): Promise<{ fingerprint: string } | null> {
  const [inserted] = await sql.execute<{ id: string }[]>(
    `insert into delivery_driver_action
       (id, route_id, key, kind, stop_id, fingerprint, created_at, updated_at)
     values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (route_id, key) where deleted_at is null do nothing
     returning id`,
    [
      generateEntityId(undefined, "dact"),
      action.route_id,
      action.key,
      action.kind,
      action.stop_id,
      action.fingerprint,
      now,
      now,
    ]
  )
  if (inserted) {
    return null
  }
  const [before] = await sql.execute<{ fingerprint: string }[]>(
    `select fingerprint from delivery_driver_action
      where route_id = ? and key = ? and deleted_at is null`,
    [action.route_id, action.key]
  )
  return before
}
