import type {
  AdminDeliveryWindow,
  CalendarSlot,
  DeliveryCalendarResponse,
} from "../../../../../../sdk/types"
import { clockInZone } from "../../../../../lib/dates"

/** The slot of a window that comes next. */
export type NextSlot = CalendarSlot & { date: string }

/**
 * The next slot of each window, by the window's id. A slot names no window: it
 * is the one of that weekday with these hours; a day that is an exception with
 * other hours is passed over.
 *
 * @param calendar - days ahead of one district, in order
 * @param now - slots that have begun are past
 */
export function nextSlotOf(
  windows: AdminDeliveryWindow[],
  { days, time_zone }: DeliveryCalendarResponse,
  now: Date
): Map<string, NextSlot> {
  const found = new Map<string, NextSlot>()
  for (const { date, districts } of days) {
    for (const slot of districts.flatMap(({ slots }) => slots)) {
      const window = windows.find(
        ({ id, weekday, starts_at, ends_at }) =>
          !found.has(id) &&
          weekday === weekdayOf(date) &&
          starts_at === clockInZone(slot.starts_at, time_zone) &&
          ends_at === clockInZone(slot.ends_at, time_zone)
      )
      if (
        window &&
        slot.is_open &&
        Date.parse(slot.starts_at) > now.getTime()
      ) {
        found.set(window.id, { ...slot, date })
      }
    }
  }
  return found
}

/** ISO weekday of a day, Monday is 1. */
const weekdayOf = (day: string): number =>
  new Date(`${day}T00:00:00Z`).getUTCDay() || 7
