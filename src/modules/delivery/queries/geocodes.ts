import { generateEntityId } from "@medusajs/framework/utils"

import type { GeoPoint } from "../domain/distance"
import { placeholders, Sql } from "./types"

/** What a geocoder answered; `point` is null when it knows no such place. */
export type StoredGeocode = { point: GeoPoint | null }

type Row = { key: string; lat: number | null; lng: number | null }

/** Answers that are still good, by key. */
export async function readGeocodes(
  sql: Sql,
  keys: readonly string[],
  now: Date
): Promise<Map<string, StoredGeocode>> {
  if (!keys.length) {
    return new Map()
  }
  const rows = await sql.execute<Row[]>(
    `select key, lat, lng from delivery_geocode
      where key in (${placeholders(keys)}) and expires_at > ? and deleted_at is null`,
    [...keys, now]
  )
  return new Map(rows.map((row) => [row.key, toStored(row)]))
}

const toStored = ({ lat, lng }: Row): StoredGeocode => ({
  point: lat === null || lng === null ? null : { lat, lng },
})

/**
 * Keeps an answer; whoever asked last has the say.
 *
 * @returns it as it was kept, with fewer decimals: the first who asks must not
 * be told otherwise than the next
 */
export async function writeGeocode(
  sql: Sql,
  geocode: { key: string; point: GeoPoint | null; expires_at: Date },
  now: Date
): Promise<StoredGeocode> {
  const [row] = await sql.execute<Row[]>(
    `insert into delivery_geocode
            (id, key, lat, lng, asked_at, expires_at, created_at, updated_at)
     values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (key) where deleted_at is null do update
        set lat = excluded.lat, lng = excluded.lng, asked_at = excluded.asked_at,
            expires_at = excluded.expires_at, updated_at = excluded.updated_at
  returning key, lat, lng`,
    [
      generateEntityId(undefined, "dgeo"),
      geocode.key,
      geocode.point?.lat ?? null,
      geocode.point?.lng ?? null,
      now,
      geocode.expires_at,
      now,
      now,
    ]
  )
  return toStored(row)
}

/** Removes answers whose time is over. @returns how many, at most `limit` */
export async function purgeGeocodes(
  sql: Sql,
  now: Date,
  limit: number
): Promise<number> {
  const rows = await sql.execute<{ id: string }[]>(
    `delete from delivery_geocode
      where id in (select id from delivery_geocode
                    where expires_at <= ? and deleted_at is null
                    limit ?)
  returning id`,
    [now, limit]
  )
  return rows.length
}
