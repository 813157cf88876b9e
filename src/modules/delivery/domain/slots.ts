import {
  addDays,
  LocalDate,
  LocalTime,
  toInstant,
  toLocalDate,
  weekdayOf,
} from "./local-time"

/** The rule from which dated slots are made. */
export type WindowRule = {
  id: string
  district_id: string
  /** ISO weekday, Monday is 1. */
  weekday: number
  starts_at: LocalTime
  ends_at: LocalTime
  capacity_orders: number
  lead_days: number
  cutoff_time: LocalTime
  /** Major units. */
  price: number
}

export type DatedSlot = {
  window_id: string
  district_id: string
  date: LocalDate
  starts_at: Date
  ends_at: Date
  cutoff_at: Date
  capacity_orders: number
  price: number
}

/**
 * The slots of a window from today for so many days, in the shop's zone.
 *
 * The cut-off is a wall time on the day `lead_days` before the delivery and
 * never later than the slot's start. A window whose end is not after its start
 * ends on the next day.
 */
export function datedSlots(
  window: WindowRule,
  now: Date,
  horizonDays: number,
  zone: string
): DatedSlot[] {
  const today = toLocalDate(now, zone)
  return Array.from({ length: horizonDays + 1 }, (_, day) =>
    addDays(today, day)
  )
    .filter((date) => weekdayOf(date) === window.weekday)
    .map((date) => {
      const starts_at = toInstant(date, window.starts_at, zone)
      const lastDay =
        window.ends_at > window.starts_at ? date : addDays(date, 1)
      const cutoff = toInstant(
        addDays(date, -window.lead_days),
        window.cutoff_time,
        zone
      )
      return {
        window_id: window.id,
        district_id: window.district_id,
        date,
        starts_at,
        ends_at: toInstant(lastDay, window.ends_at, zone),
        cutoff_at: cutoff < starts_at ? cutoff : starts_at,
        capacity_orders: window.capacity_orders,
        price: window.price,
      }
    })
}

export type SlotLoad = {
  is_open: boolean
  cutoff_at: Date
  capacity_orders: number
  reserved_orders: number
}

/** What a customer is offered: closed beats full, since a place cannot come back after the cut-off. */
export function slotState(
  slot: SlotLoad,
  now: Date
): "open" | "full" | "closed" {
  if (!slot.is_open || slot.cutoff_at <= now) {
    return "closed"
  }
  return remainingOrders(slot) > 0 ? "open" : "full"
}

/** Never negative: capacity may have been lowered below what is booked. */
export function remainingOrders(
  slot: Pick<SlotLoad, "capacity_orders" | "reserved_orders">
): number {
  return Math.max(0, slot.capacity_orders - slot.reserved_orders)
}
