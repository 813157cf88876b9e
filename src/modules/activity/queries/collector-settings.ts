import type { EntityManager } from "typeorm"

import {
  changedSettings,
  CollectorSettingsChanges,
  parseCollectorSettings,
} from "../collector-settings"
import type { CollectorSettings } from "../domain/collector-settings"
import { Sql } from "./sql"

/** Settings before and after a change. */
export type SettingsChange = {
  before: CollectorSettings
  after: CollectorSettings
  /** Number of the change: while it is the newest, it can be undone. */
  version: number
}

/** What the shop decided about collecting; the defaults until it did. */
export async function readCollectorSettings(
  sql: Sql
): Promise<CollectorSettings> {
  const [row] = await sql.query<{ value: unknown }[]>(
    `select value from activity.collector_setting`
  )
  return parseCollectorSettings(row?.value ?? null)
}

/** Changes what is named and leaves the rest; one change after the other. */
export async function changeCollectorSettings(
  manager: EntityManager,
  changes: CollectorSettingsChanges,
  at: Date
): Promise<SettingsChange> {
  return manager.transaction(async (locked) => {
    // Also before there is a row, two changes do not overwrite each other.
    await locked.query(
      `lock table activity.collector_setting in share row exclusive mode`
    )
    const before = await readCollectorSettings(locked)
    const after = changedSettings(before, changes)
    const [row] = await locked.query<{ version: number }[]>(
      `insert into activity.collector_setting as s (value, version, changed_at)
       values ($1, 1, $2)
       on conflict (single) do update
         set value = excluded.value, version = s.version + 1,
             changed_at = excluded.changed_at
       returning version`,
      [JSON.stringify(after), at]
    )
    return { before, after, version: row?.version ?? 0 }
  })
}

/** Undoes a change, unless another came after it. */
export async function restoreCollectorSettings(
  sql: Sql,
  { before, version }: Pick<SettingsChange, "before" | "version">,
  at: Date
): Promise<void> {
  await sql.query(
    `update activity.collector_setting
        set value = $1, version = version + 1, changed_at = $2
      where version = $3`,
    [JSON.stringify(before), at, version]
  )
}
