import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import type { GeoPoint } from "../../modules/delivery/domain/distance"
import { LocalDate } from "../../modules/delivery/domain/local-time"
import type { Tour } from "../../modules/delivery/domain/tour"
import { dayToursOf } from "./day-tours"
import { findDepot } from "./depot"
import { readDrivenBookings } from "./driven-bookings"
import { errorMessage } from "./error-message"

/** The tours of the days ahead, as they were a moment ago. */
export type TourSnapshot = {
  depot: GeoPoint
  tours: ReadonlyMap<LocalDate, Tour>
}

/** So old a snapshot is read anew, and used meanwhile. */
const FRESH_MS = 30_000
/** So old a snapshot is worth nothing. */
const USABLE_MS = 10 * 60_000

type Cached = {
  first: LocalDate
  made_at: number
  snapshot: TourSnapshot | null
}

/** Of this process: each server keeps its own. */
let cached: Cached | undefined
let reading: Promise<Cached | undefined> | undefined

/**
 * The tours of the days from `from` to `to`, from memory where possible. What
 * takes longer than the budget is finished in the background, for whoever asks
 * next; a failure is logged. Nobody waits for a recommendation.
 *
 * @param days - the days ahead, always the same on one day
 * @returns null when tours cannot be told in time, or at all
 */
export async function toursWithin(
  budgetMs: number,
  days: { from: LocalDate; to: LocalDate },
  container: MedusaContainer
): Promise<TourSnapshot | null> {
  const age = ageOf(days.from)
  if (age < FRESH_MS) {
    return cached?.snapshot ?? null
  }
  reading ??= startReading(days, container)
  if (age < USABLE_MS) {
    return cached?.snapshot ?? null
  }
  const fresh = await inTime(reading, budgetMs)
  return fresh?.snapshot ?? null
}

/** After deliveries were moved: the tours in memory are those of before. */
export function forgetTours(): void {
  cached = undefined
  // What is being read is from before, too: it is not kept.
  reading = undefined
}

function startReading(
  days: { from: LocalDate; to: LocalDate },
  container: MedusaContainer
): Promise<Cached | undefined> {
  const started = read(days, container).then((fresh) => {
    if (reading === started) {
      cached = fresh ?? cached
      reading = undefined
    }
    return fresh
  })
  return started
}

const ageOf = (first: LocalDate): number =>
  cached?.first === first ? Date.now() - cached.made_at : Infinity

async function read(
  days: { from: LocalDate; to: LocalDate },
  container: MedusaContainer
): Promise<Cached | undefined> {
  try {
    const depot = await findDepot(container)
    const bookings = depot && (await readDrivenBookings(days, container))
    return {
      first: days.from,
      made_at: Date.now(),
      snapshot: bookings
        ? { depot, tours: await dayToursOf(bookings, depot) }
        : null,
    }
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`No delivery day could be recommended: ${errorMessage(error)}`)
    return undefined
  }
}

async function inTime<T>(
  promise: Promise<T>,
  milliseconds: number
): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const timeUp = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds)
  })
  try {
    return await Promise.race([promise, timeUp])
  } finally {
    clearTimeout(timer)
  }
}
