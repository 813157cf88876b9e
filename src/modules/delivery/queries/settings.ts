import { Sql } from "./types"

/** Names of the rows of `delivery_setting`. */
export type SettingName = "cash" | "geocoder" | "map"

/** What the owner set under a name; null when nothing was. Read with the schema of its kind. */
export async function readSetting(
  sql: Sql,
  name: SettingName
): Promise<unknown> {
  const [row] = await sql.execute<{ value: unknown }[]>(
    `select value from delivery_setting where id = ? and deleted_at is null`,
    [name]
  )
  return row?.value ?? null
}

/** Stores a setting; null takes it away. */
export async function writeSetting(
  sql: Sql,
  name: SettingName,
  value: object | null,
  now: Date
): Promise<void> {
  if (!value) {
    await sql.execute(`delete from delivery_setting where id = ?`, [name])
    return
  }
  await sql.execute(
    `insert into delivery_setting (id, value, created_at, updated_at)
     values (?, ?::jsonb, ?, ?)
     on conflict (id) do update
        set value = excluded.value, updated_at = excluded.updated_at, deleted_at = null`,
    [name, JSON.stringify(value), now, now]
  )
}
