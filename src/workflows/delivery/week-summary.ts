import { MedusaContainer } from "@medusajs/framework/types"

import { getCurrentOptions } from "../../lib/current-options"
import {
  DistrictShare,
  districtShares,
} from "../../modules/delivery/domain/district-shares"
import { addDays, LocalDate } from "../../modules/delivery/domain/local-time"
import type { Tour } from "../../modules/delivery/domain/tour"
import type { SlotLoadRow } from "../../modules/delivery/queries/tours"
import type { DistrictDayLoad, WeekSummary } from "../../sdk/types"
import { dayToursOf } from "./day-tours"
import { findDepot } from "./depot"
import { DrivenBooking, readDrivenBookings } from "./driven-bookings"
import { deliveryService } from "./module"

/** As many as 200 districts have in a month with a slot a day. */
const MOST_SLOTS = 6_000

/** How full the days of a range are in each district, and what is driven for it. */
export async function summarizeWeek(
  range: { from: LocalDate; to: LocalDate },
  container: MedusaContainer
): Promise<WeekSummary> {
  const delivery = deliveryService(container)
  const slots = await delivery.listSlotLoads(range, MOST_SLOTS)
  const bookings = await readDrivenBookings(range, container)
  const depot = await findDepot(container)
  const tours =
    bookings && depot ? await dayToursOf(bookings, depot) : undefined
  const dates = daysBetween(range)
  const days = dates.map((date) => ({
    date,
    deliveries: (bookings ?? []).filter((each) => each.date === date).length,
    metres: tours ? (tours.get(date)?.metres ?? 0) : null,
  }))
  const count = (position: DrivenBooking["position"]) =>
    (bookings ?? []).filter((each) => each.position === position).length
  return {
    ...range,
    time_zone: getCurrentOptions().timeZone,
    reason: bookings ? (depot ? null : "no_depot") : "too_many",
    metres: tours
      ? days.reduce((sum, { metres }) => sum + (metres ?? 0), 0)
      : null,
    days,
    districts: byDistrict(slots, bookings ?? [], tours),
    estimated: count("district"),
    unlocated: count("none"),
  }
}

function byDistrict(
  slots: readonly SlotLoadRow[],
  bookings: readonly DrivenBooking[],
  tours: ReadonlyMap<LocalDate, Tour> | undefined
): WeekSummary["districts"] {
  const shares = sharesByDay(bookings, tours)
  const deliveries = countByDay(bookings)
  const names = new Map<string, string>()
  const loads = new Map<string, Map<LocalDate, DistrictDayLoad>>()
  for (const slot of slots) {
    const { district_id, date } = slot
    names.set(district_id, slot.district_name)
    const days = loads.get(district_id) ?? new Map<LocalDate, DistrictDayLoad>()
    const before = days.get(date)
    const share = shares.get(date)?.get(district_id)
    loads.set(
      district_id,
      days.set(date, {
        date,
        // What nobody can book any more is no capacity; what is booked stays.
        capacity_orders:
          (before?.capacity_orders ?? 0) +
          (slot.is_open ? slot.capacity_orders : slot.reserved_orders),
        reserved_orders: (before?.reserved_orders ?? 0) + slot.reserved_orders,
        deliveries: deliveries.get(`${district_id} ${date}`) ?? 0,
        metres_per_delivery: share
          ? Math.round(share.metres / share.stops)
          : null,
      })
    )
  }
  return [...loads]
    .map(([id, days]) => ({
      id,
      name: names.get(id) ?? id,
      days: [...days.values()].filter(
        ({ capacity_orders, reserved_orders }) =>
          capacity_orders > 0 || reserved_orders > 0
      ),
    }))
    .filter(({ days }) => days.length)
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
}

function countByDay(bookings: readonly DrivenBooking[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { district_id, date } of bookings) {
    const key = `${district_id} ${date}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function sharesByDay(
  bookings: readonly DrivenBooking[],
  tours: ReadonlyMap<LocalDate, Tour> | undefined
): Map<LocalDate, Map<string, DistrictShare>> {
  const districts = new Map(
    bookings.map(({ id, district_id }) => [id, district_id])
  )
  return new Map(
    [...(tours ?? [])].map(([date, tour]) => [
      date,
      districtShares(tour, (id) => districts.get(id) ?? ""),
    ])
  )
}

function daysBetween({
  from,
  to,
}: {
  from: LocalDate
  to: LocalDate
}): LocalDate[] {
  const days: LocalDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    days.push(day)
  }
  return days
}
