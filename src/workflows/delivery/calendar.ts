import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

import { getCurrentOptions } from "../../lib/current-options"
import { addDays, LocalDate } from "../../modules/delivery/domain/local-time"
import type { CalendarSlotRow } from "../../modules/delivery/queries/calendar"
import type {
  CalendarDay,
  CalendarSlot,
  DeliveryCalendarResponse,
} from "../../sdk/types"
import { deliveryService } from "./module"

/** Fifty districts with nine slots a day for six weeks fit. */
const MOST_SLOTS = 20_000

/**
 * The days of a range with the slots of each district and their load.
 *
 * @param range - days of the shop, inclusive; the caller bounds how many
 * @throws MedusaError INVALID_DATA when they have more slots than one answer holds
 */
export async function listCalendar(
  range: { from: LocalDate; to: LocalDate; district_id?: string },
  container: MedusaContainer
): Promise<DeliveryCalendarResponse> {
  const rows = await deliveryService(container).listCalendarSlots(
    range,
    MOST_SLOTS + 1
  )
  if (rows.length > MOST_SLOTS) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `These days have more than ${MOST_SLOTS} delivery slots: ask for fewer days, or for one district with district_id.`
    )
  }
  return {
    days: toCalendarDays(rows, range),
    time_zone: getCurrentOptions().timeZone,
  }
}

/** Every day of the range, with the rows of each; they come in order. */
function toCalendarDays(
  rows: readonly CalendarSlotRow[],
  { from, to }: { from: LocalDate; to: LocalDate }
): CalendarDay[] {
  const days = new Map<LocalDate, CalendarDay>()
  for (let date = from; date <= to; date = addDays(date, 1)) {
    days.set(date, { date, districts: [] })
  }
  for (const row of rows) {
    const districts = days.get(row.date)?.districts ?? []
    const last = districts[districts.length - 1]
    if (last?.id === row.district_id) {
      last.slots.push(toCalendarSlot(row))
    } else {
      districts.push({
        id: row.district_id,
        name: row.district_name,
        slots: [toCalendarSlot(row)],
      })
    }
  }
  return [...days.values()]
}

function toCalendarSlot(row: CalendarSlotRow): CalendarSlot {
  return {
    id: row.id,
    starts_at: row.starts_at.toISOString(),
    ends_at: row.ends_at.toISOString(),
    capacity_orders: row.capacity_orders,
    reserved_orders: row.reserved_orders,
    booked: row.booked,
    delivered: row.delivered,
    is_open: row.is_open,
  }
}
