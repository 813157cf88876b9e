import type { GeoPoint } from "./distance"
import type { LocalDate } from "./local-time"
import { detourMetres, Tour } from "./tour"

/** A slot that an order could have, of one district. */
export type SlotChoice = {
  id: string
  /** The shop's day. */
  date: LocalDate
  /** Milliseconds since 1970. */
  starts_at: number
  /** The order may have a place in it now. */
  open: boolean
  capacity_orders: number
  reserved_orders: number
}

export type Suggestion = {
  slot_id: string
  date: LocalDate
  open: boolean
  /** How much longer that day's tour becomes. */
  detour_metres: number
  /** Detour of the asked slot minus this one's; null when there is nothing to compare with. */
  saved_metres: number | null
  /** Share of the slot's places that are taken with this order in it; above 1 when overbooked. */
  load: number
  /** At most one. */
  recommended: boolean
}

/** Differences below this are no differences: distances are estimates. */
const DETOUR_STEP_METRES = 100
/** Up to this load a day is filled, beyond it room is left for others. */
const COMFORTABLE_LOAD = 0.85
/** What a day that is filled to the comfortable load is worth more than an empty one. */
const STARTED_DAY_METRES = 300
/** What the last place of a slot is worth less than one at the comfortable load. */
const LAST_PLACE_METRES = 2_300
/** A saving below this is not worth another day to anybody. */
export const WORTH_METRES = 500

/**
 * Orders slots by what they are worth to the shop:
 *
 * `score = detour - 300 * min(day, 0.85) / 0.85 + 2300 * max(0, max(slot, day) - 0.85) / 0.15`
 *
 * in metres, the smallest first, the soonest among equals. `detour` is rounded
 * to 100 m; `day` and `slot` are the loads (places taken by places, at most 1)
 * with this order in it. So detour decides, days that are begun are filled
 * first, and what is nearly full is left to those who live there.
 *
 * Recommended is the best open slot whose detour is not longer than the asked
 * slot's. The asked slot stands for itself when it is open, else for it stands
 * the soonest open one.
 *
 * @param choice.slots - of the stop's district
 * @param choice.tours - by day, without the order itself; a day without one has no stops
 * @returns best first; closed and full slots among them, never recommended
 */
export function suggestSlots(choice: {
  point: GeoPoint
  depot: GeoPoint
  slots: readonly SlotChoice[]
  tours: ReadonlyMap<LocalDate, Pick<Tour, "depot" | "stops">>
  asked: string | null
}): Suggestion[] {
  const { point, depot, tours } = choice
  const slots = [...choice.slots].sort(
    (a, b) => a.starts_at - b.starts_at || (a.id < b.id ? -1 : 1)
  )
  const dayLoads = loadsByDay(slots)
  const rated = slots.map((slot) => {
    const tour = tours.get(slot.date) ?? { depot, stops: [] }
    const detour = detourMetres(tour, { point, starts_at: slot.starts_at })
    const load = withOneMore(slot.reserved_orders, slot.capacity_orders)
    const score = scoreOf(detour, load, dayLoads.get(slot.date) ?? load)
    return { slot, detour, load, score }
  })
  const open = rated.filter((each) => each.slot.open)
  const asked = open.find(({ slot }) => slot.id === choice.asked) ?? open[0]
  // Stable: the soonest stays first among equals.
  rated.sort((a, b) => a.score - b.score)
  const best = rated.find(
    ({ slot, detour }) => slot.open && asked && detour <= asked.detour
  )
  return rated.map((each) => ({
    slot_id: each.slot.id,
    date: each.slot.date,
    open: each.slot.open,
    detour_metres: each.detour,
    saved_metres: asked ? asked.detour - each.detour : null,
    load: each.load,
    recommended: each === best,
  }))
}

/**
 * What a customer may be told of a saving: rounded to 100 m, and nothing below
 * 500 m, so that it says little about where others live.
 */
export function publicSaving(metres: number | null): number | null {
  return metres !== null && metres >= WORTH_METRES
    ? Math.round(metres / 100) * 100
    : null
}

function scoreOf(detour: number, slot: number, day: number): number {
  const [slotLoad, dayLoad] = [Math.min(1, slot), Math.min(1, day)]
  const filled = Math.min(dayLoad, COMFORTABLE_LOAD) / COMFORTABLE_LOAD
  const crowded =
    Math.max(0, Math.max(slotLoad, dayLoad) - COMFORTABLE_LOAD) /
    (1 - COMFORTABLE_LOAD)
  return (
    Math.round(detour / DETOUR_STEP_METRES) * DETOUR_STEP_METRES -
    STARTED_DAY_METRES * filled +
    LAST_PLACE_METRES * crowded
  )
}

function loadsByDay(slots: readonly SlotChoice[]): Map<LocalDate, number> {
  const days = new Map<LocalDate, { reserved: number; capacity: number }>()
  for (const { date, reserved_orders, capacity_orders } of slots) {
    const day = days.get(date) ?? { reserved: 0, capacity: 0 }
    days.set(date, {
      reserved: day.reserved + reserved_orders,
      capacity: day.capacity + capacity_orders,
    })
  }
  return new Map(
    [...days].map(([date, { reserved, capacity }]) => [
      date,
      withOneMore(reserved, capacity),
    ])
  )
}

const withOneMore = (reserved: number, capacity: number): number =>
  capacity > 0 ? (reserved + 1) / capacity : 1
