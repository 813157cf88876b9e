import type { GeoPoint } from "../domain/distance"
import { OPEN_STOPS, PositionSource } from "../domain/route-status"
import { placeholders, Sql } from "./types"

/** Where a stop is to be found. */
export type StopPosition = {
  id: string
  lat: number | null
  lng: number | null
  position: PositionSource
}

/**
 * Sends whoever still drives to an order to another place. The order of the
 * stops stays: it is its planner's.
 *
 * @returns where those stops were before
 */
export async function moveOpenStops(
  sql: Sql,
  orderId: string,
  { lat, lng }: GeoPoint,
  now: Date
): Promise<StopPosition[]> {
  return await sql.execute<StopPosition[]>(
    `with before as (
       select s.id, s.lat, s.lng, s.position
         from delivery_stop s
         join delivery_booking b on b.id = s.booking_id
        where b.order_id = ? and b.deleted_at is null
          and s.status in (${placeholders(OPEN_STOPS)}) and s.deleted_at is null
          for update of s)
     update delivery_stop s
        set lat = ?, lng = ?, position = 'address', updated_at = ?
       from before
      where s.id = before.id
  returning before.id, before.lat, before.lng, before.position`,
    [orderId, ...OPEN_STOPS, lat, lng, now]
  )
}

/** Puts stops back to where they were. */
export async function restoreStops(
  sql: Sql,
  stops: readonly StopPosition[],
  now: Date
): Promise<void> {
  for (const { id, lat, lng, position } of stops) {
    await sql.execute(
      `update delivery_stop set lat = ?, lng = ?, position = ?, updated_at = ?
        where id = ? and deleted_at is null`,
      [lat, lng, position, now, id]
    )
  }
}
