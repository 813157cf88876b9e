import { join } from "node:path"

import { runInWorker, WorkerInput, WorkerOutput } from "../../lib/worker"
import type { GeoPoint } from "../../modules/delivery/domain/distance"
import { LocalDate } from "../../modules/delivery/domain/local-time"
import type { StopToOrder } from "../../modules/delivery/domain/order-stops"
import { dayTour, Tour } from "../../modules/delivery/domain/tour"
import type { DrivenBooking } from "./driven-bookings"

type DayTours = typeof import("./workers/day-tours.worker").default

/** Tours of so many stops in all take a few milliseconds; more go to a thread of their own. */
const MOST_HERE = 80
const TIMEOUT_MS = 30_000

/** The tour of each day that has a delivery with a known place. */
export async function dayToursOf(
  bookings: readonly DrivenBooking[],
  depot: GeoPoint
): Promise<Map<LocalDate, Tour>> {
  const days = new Map<LocalDate, StopToOrder[]>()
  for (const { id, date, starts_at, point } of bookings) {
    if (point) {
      const stop = { id, point, starts_at: starts_at.getTime() }
      days.set(date, [...(days.get(date) ?? []), stop])
    }
  }
  const stops = [...days.values()]
  const tours =
    bookings.length <= MOST_HERE
      ? stops.map((day) => dayTour(day, depot))
      : await runInWorker<WorkerInput<DayTours>, WorkerOutput<DayTours>>(
          join(__dirname, "workers", "day-tours.worker"),
          { days: stops, depot },
          { timeoutMs: TIMEOUT_MS }
        )
  return new Map([...days.keys()].map((date, index) => [date, tours[index]]))
}
