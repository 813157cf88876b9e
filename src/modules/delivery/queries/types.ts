import { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"

import { BookingStatus, ReleaseReason } from "../domain/booking-status"

export type Sql = Pick<SqlEntityManager, "execute">

/** A slot as it stands in its table. */
export type SlotRow = {
  id: string
  district_id: string
  window_id: string
  date: string
  starts_at: Date
  ends_at: Date
  cutoff_at: Date
  capacity_orders: number
  reserved_orders: number
  /** Null for no limit, as the minutes. */
  capacity_weight_grams: number | null
  reserved_weight_grams: number
  capacity_minutes: number | null
  reserved_minutes: number
  /** Major units; what a cart pays is decided in `domain/slot-price`. */
  price: number
  minimum_order: number | null
  free_over: number | null
  early_group_ids: string[]
  opens_at: Date | null
  is_open: boolean
}

/** A booking as it stands in its table. */
export type BookingRow = {
  id: string
  slot_id: string
  cart_id: string | null
  order_id: string | null
  status: BookingStatus
  /** What it takes of its slot beside the place. */
  weight_grams: number
  minutes: number
  expires_at: Date | null
  delivered_at: Date | null
  release_reason: ReleaseReason | null
  tracking_token: string | null
  updated_at: Date
}

/** Columns of `SlotRow`; `numeric` comes out of Postgres as text. */
export const SLOT_COLUMNS = `id, district_id, window_id, date, starts_at, ends_at,
  cutoff_at, capacity_orders, reserved_orders, capacity_weight_grams,
  reserved_weight_grams, capacity_minutes, reserved_minutes,
  price::float8 as price, minimum_order::float8 as minimum_order,
  free_over::float8 as free_over, early_group_ids, opens_at, is_open`

export const BOOKING_COLUMNS = `id, slot_id, cart_id, order_id, status,
  weight_grams, minutes, expires_at, delivered_at, release_reason,
  tracking_token, updated_at`

/** `?, ?, ?` for a list of values. */
export const placeholders = (values: readonly unknown[]): string =>
  values.map(() => "?").join(", ")
