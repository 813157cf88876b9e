import type { GeoPoint } from "./distance"
import type { LocalDate } from "./local-time"
import type { StopToOrder } from "./order-stops"
import { dayTour, detourMetres, legsThrough, Tour } from "./tour"

/** Room in a slot; null where there is no limit. Below zero where it is overbooked. */
export type SlotRoom = {
  orders: number
  weight_grams: number | null
  minutes: number | null
}

export type GroupingSlot = {
  id: string
  district_id: string
  /** The shop's day. */
  date: LocalDate
  /** Milliseconds since 1970. */
  starts_at: number
  /** Major units. */
  price: number
  /** Sold to everybody, and before its cut-off. */
  open: boolean
  room: SlotRoom
}

export type GroupingBooking = {
  id: string
  slot_id: string
  point: GeoPoint
  weight_grams: number
  minutes: number
  /** Booked, on no published route, and before its slot's cut-off. */
  movable: boolean
}

export type GroupingInput = {
  depot: GeoPoint
  slots: readonly GroupingSlot[]
  /** Everything that is driven on those days. */
  bookings: readonly GroupingBooking[]
}

export type GroupingMove = {
  booking_id: string
  from_slot_id: string
  to_slot_id: string
  /** By how much all tours together become shorter, after the moves before it. */
  saved_metres: number
}

export type GroupingOutcome = {
  /** In the order in which they were found; each booking at most once. */
  moves: GroupingMove[]
  metres_before: number
  metres_after: number
}

export type GroupingLimits = {
  /** How often two days may be measured anew. */
  trials: number
  /** Wall time after which the best found so far is taken. */
  milliseconds: number
  /** A customer is not asked to wait for another day for less. */
  least_saved_metres: number
}

/** Slots of a booking that are measured exactly, those with the best estimate. */
const TRIED_SLOTS = 3

/**
 * Proposes to move bookings into other slots of their district, so that all
 * tours together become shorter.
 *
 * Local search, one booking at a time, the first improvement taken: bookings
 * whose leaving saves most come first; for each the slots are estimated by
 * cheapest insertion, and the best of them measured by making both days'
 * tours anew. A move is kept when it saves `least_saved_metres` or more. This
 * is repeated until nothing is gained, or a limit is reached.
 *
 * A slot is considered when it is open, has room in orders, weight and minutes
 * and costs no more. With the same input the outcome is the same, unless the
 * time limit cuts it short.
 *
 * @param clock - milliseconds; only differences count
 */
export function groupBookings(
  input: GroupingInput,
  limits: GroupingLimits,
  clock: () => number
): GroupingOutcome {
  const plan = new Plan(input)
  const end = clock() + limits.milliseconds
  const metres_before = plan.metres
  const moves: GroupingMove[] = []
  let trials = limits.trials
  let improved = true
  while (improved) {
    improved = false
    for (const booking of plan.waiting()) {
      for (const slot of plan.promising(booking, limits.least_saved_metres)) {
        if (trials-- <= 0 || clock() > end) {
          return { moves, metres_before, metres_after: plan.metres }
        }
        const saved = plan.move(booking, slot, limits.least_saved_metres)
        if (saved !== null) {
          moves.push({
            booking_id: booking.id,
            from_slot_id: booking.slot_id,
            to_slot_id: slot.id,
            saved_metres: saved,
          })
          improved = true
          break
        }
      }
    }
  }
  return { moves, metres_before, metres_after: plan.metres }
}

/** The length of all tours together, with some bookings in other slots. */
export function metresWith(
  input: GroupingInput,
  moves: readonly Pick<GroupingMove, "booking_id" | "to_slot_id">[] = []
): number {
  const to = new Map(
    moves.map(({ booking_id, to_slot_id }) => [booking_id, to_slot_id])
  )
  return new Plan({
    ...input,
    bookings: input.bookings.map((booking) => ({
      ...booking,
      slot_id: to.get(booking.id) ?? booking.slot_id,
    })),
  }).metres
}

/** All days as they stand while the search goes on. */
class Plan {
  private readonly slots: Map<string, GroupingSlot>
  private readonly ofDistrict = new Map<string, GroupingSlot[]>()
  private readonly room: Map<string, SlotRoom>
  private readonly tours = new Map<LocalDate, Tour>()
  private readonly bookings: GroupingBooking[]
  private readonly moved = new Set<string>()

  constructor(private readonly input: GroupingInput) {
    this.slots = new Map(input.slots.map((slot) => [slot.id, slot]))
    this.room = new Map(input.slots.map(({ id, room }) => [id, { ...room }]))
    for (const slot of input.slots) {
      const others = this.ofDistrict.get(slot.district_id) ?? []
      this.ofDistrict.set(slot.district_id, [...others, slot])
    }
    this.bookings = [...input.bookings].sort((a, b) => (a.id < b.id ? -1 : 1))
    const days = new Map<LocalDate, StopToOrder[]>()
    for (const booking of this.bookings) {
      const slot = this.slots.get(booking.slot_id)
      if (slot) {
        const day = days.get(slot.date) ?? []
        days.set(slot.date, [...day, stopIn(booking, slot)])
      }
    }
    for (const [date, stops] of days) {
      this.tours.set(date, dayTour(stops, input.depot))
    }
  }

  get metres(): number {
    return [...this.tours.values()].reduce((sum, { metres }) => sum + metres, 0)
  }

  /** Bookings that may still move, those first whose leaving saves most. */
  waiting(): GroupingBooking[] {
    return this.bookings
      .filter(({ id, movable }) => movable && !this.moved.has(id))
      .map((booking) => ({ booking, saved: this.leavingSaves(booking) }))
      .sort((a, b) => b.saved - a.saved)
      .map(({ booking }) => booking)
  }

  /** Slots into which a booking may move and that promise enough, best first. */
  promising(booking: GroupingBooking, least: number): GroupingSlot[] {
    const from = this.slots.get(booking.slot_id)
    const leaving = this.leavingSaves(booking)
    if (!from || leaving < least) {
      return []
    }
    return (this.ofDistrict.get(from.district_id) ?? [])
      .filter((slot) => this.takes(slot, booking, from))
      .map((slot) => {
        const { stops, depot } = this.tourOf(slot.date)
        const others = stops.filter(({ id }) => id !== booking.id)
        const detour = detourMetres(
          { depot, stops: others },
          stopIn(booking, slot)
        )
        return { slot, saves: leaving - detour }
      })
      .filter(({ saves }) => saves >= least)
      .sort((a, b) => b.saves - a.saves || (a.slot.id < b.slot.id ? -1 : 1))
      .slice(0, TRIED_SLOTS)
      .map(({ slot }) => slot)
  }

  /** Moves a booking if that really saves enough; the metres saved, else null. */
  move(
    booking: GroupingBooking,
    to: GroupingSlot,
    least: number
  ): number | null {
    const from = this.slots.get(booking.slot_id)
    if (!from) {
      return null
    }
    const days = new Set([from.date, to.date])
    const tours = [...days].map((date) => {
      const stops = this.tourOf(date).stops.filter(
        ({ id }) => id !== booking.id
      )
      return [
        date,
        dayTour(
          date === to.date ? [...stops, stopIn(booking, to)] : stops,
          this.input.depot
        ),
      ] as const
    })
    const saved = tours.reduce(
      (sum, [date, tour]) => sum + this.tourOf(date).metres - tour.metres,
      0
    )
    if (saved < least) {
      return null
    }
    tours.forEach(([date, tour]) => this.tours.set(date, tour))
    this.changeRoom(from.id, booking, 1)
    this.changeRoom(to.id, booking, -1)
    this.moved.add(booking.id)
    return saved
  }

  private takes(
    slot: GroupingSlot,
    booking: GroupingBooking,
    from: GroupingSlot
  ): boolean {
    const room = this.room.get(slot.id)
    return (
      slot.id !== from.id &&
      slot.open &&
      slot.price <= from.price &&
      room !== undefined &&
      room.orders >= 1 &&
      (room.weight_grams ?? Infinity) >= booking.weight_grams &&
      (room.minutes ?? Infinity) >= booking.minutes
    )
  }

  private leavingSaves(booking: GroupingBooking): number {
    const slot = this.slots.get(booking.slot_id)
    const tour = slot && this.tours.get(slot.date)
    const index = tour?.stops.findIndex(({ id }) => id === booking.id) ?? -1
    return tour && index >= 0 ? legsThrough(tour, index) : 0
  }

  private tourOf(date: LocalDate): Tour {
    const { depot } = this.input
    return this.tours.get(date) ?? { depot, stops: [], metres: 0 }
  }

  private changeRoom(
    slotId: string,
    booking: GroupingBooking,
    by: 1 | -1
  ): void {
    const room = this.room.get(slotId)
    if (room) {
      const { weight_grams, minutes } = room
      this.room.set(slotId, {
        orders: room.orders + by,
        weight_grams:
          weight_grams === null
            ? null
            : weight_grams + by * booking.weight_grams,
        minutes: minutes === null ? null : minutes + by * booking.minutes,
      })
    }
  }
}

const stopIn = (
  { id, point }: Pick<GroupingBooking, "id" | "point">,
  { starts_at }: GroupingSlot
): StopToOrder => ({ id, point, starts_at })
