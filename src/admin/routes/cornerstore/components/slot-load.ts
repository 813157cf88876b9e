import type { AdminBooking } from "../../../../sdk/types"
import { loadOf } from "../../../lib/slot-load"

/** A slot that has not ended, and how full it is. */
export type SlotLoad = {
  id: string
  date: string
  starts_at: string
  ends_at: string
  reserved: number
  capacity: number
  district: { id: string; name: string }
}

/**
 * The slots among the bookings that have not ended, soonest first. A slot
 * nobody booked is not among them: there is nothing to do for it.
 */
export function nextSlots(bookings: AdminBooking[], now: Date): SlotLoad[] {
  const slots = new Map<string, SlotLoad>()
  for (const { slot, district } of bookings) {
    if (Date.parse(slot.ends_at) > now.getTime()) {
      slots.set(slot.id, {
        id: slot.id,
        date: slot.date,
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        reserved: slot.reserved_orders,
        capacity: slot.capacity_orders,
        district,
      })
    }
  }
  return [...slots.values()].sort(
    (a, b) =>
      a.starts_at.localeCompare(b.starts_at) ||
      a.district.name.localeCompare(b.district.name)
  )
}

/** Booked deliveries whose slot has ended: late, or delivered and not marked. */
export const countOverdue = (bookings: AdminBooking[], now: Date): number =>
  bookings.filter(
    ({ status, slot }) =>
      status === "booked" && Date.parse(slot.ends_at) <= now.getTime()
  ).length

/** Whether no more order fits. */
export const isFull = (load: SlotLoad): boolean => loadOf(load).state !== "open"

/** The deliveries list narrowed to a slot's day and district. */
export function slotLink({ date, district }: SlotLoad): string {
  const params = new URLSearchParams({
    date_from: date,
    date_to: date,
    district_id: JSON.stringify([district.id]),
  })
  return `/deliveries?${params.toString()}`
}
