import type {
  CalendarDay,
  CalendarDistrict,
  CalendarSlot,
} from "../../../../../sdk/types"
import { loadOf, type Load } from "../../../../lib/slot-load"

/** What a bar of the calendar shows. */
export type CalendarLoad = Load & {
  /** `over` as soon as one slot holds more than it may. */
  state: ReturnType<typeof loadOf>["state"]
  /** From 0 to 1, for drawing. */
  share: number
}

/** A closed slot without a booking is no place to deliver in: it is not shown. */
export const isShown = (slot: CalendarSlot): boolean =>
  slot.is_open || slot.reserved_orders > 0 || slot.delivered > 0

/** How full slots are together. A closed slot has room for what is in it and no more. */
export function loadOfSlots(slots: readonly CalendarSlot[]): CalendarLoad {
  const shown = slots.filter(isShown)
  const load = { reserved: 0, capacity: 0 }
  let isOver = false
  for (const { is_open, reserved_orders, capacity_orders } of shown) {
    load.reserved += reserved_orders
    load.capacity += is_open ? capacity_orders : reserved_orders
    isOver ||= is_open && reserved_orders > capacity_orders
  }
  const { state, share } = loadOf(load)
  return { ...load, state: isOver ? "over" : state, share }
}

/** How full a day is, all districts together. */
export const loadOfDay = ({ districts }: Pick<CalendarDay, "districts">) =>
  loadOfSlots(districts.flatMap(({ slots }) => slots))

/** The districts that deliver on a day or have something booked on it. */
export const shownDistricts = ({
  districts,
}: Pick<CalendarDay, "districts">): CalendarDistrict[] =>
  districts.filter(({ slots }) => slots.some(isShown))

/**
 * The districts that are shown where not all have room: the fullest of those
 * with something booked, in the order of all. One more is shown, too, where its
 * line would only say so.
 *
 * @param room - how many lines there are
 */
export function fullest(
  districts: readonly CalendarDistrict[],
  room: number
): { listed: CalendarDistrict[]; more: number } {
  if (districts.length <= room + 1) {
    return { listed: [...districts], more: 0 }
  }
  const chosen = new Set(
    districts
      .map((district) => ({ district, load: loadOfSlots(district.slots) }))
      .filter(({ load }) => load.reserved > 0)
      .sort((a, b) => rank(b.load) - rank(a.load))
      .slice(0, room)
      .map(({ district }) => district)
  )
  return {
    listed: districts.filter((district) => chosen.has(district)),
    more: districts.length - chosen.size,
  }
}

/** Overbooked before full before the share that is taken. */
const rank = ({ state, share }: CalendarLoad): number =>
  state === "over" ? 2 : share

/**
 * What a day is. `closed`: its slots were taken away, by an exception or with
 * their windows; `none`: nobody ever delivers then.
 */
export function kindOfDay(
  day: Pick<CalendarDay, "districts">
): "open" | "closed" | "none" {
  if (shownDistricts(day).length > 0) {
    return "open"
  }
  return day.districts.length > 0 ? "closed" : "none"
}

/** A slot with the district it is in. */
export type PlacedSlot = CalendarSlot & {
  district: Pick<CalendarDistrict, "id" | "name">
}

/** The slots of a day in order of time, of all districts. */
export function slotsOfDay(day: Pick<CalendarDay, "districts">): PlacedSlot[] {
  return day.districts
    .flatMap(({ id, name, slots }) =>
      slots.filter(isShown).map((slot) => ({ ...slot, district: { id, name } }))
    )
    .sort(
      (a, b) =>
        a.starts_at.localeCompare(b.starts_at) ||
        a.ends_at.localeCompare(b.ends_at) ||
        a.district.name.localeCompare(b.district.name)
    )
}

/** Slots in order of time, those of the same hours together. */
export function byHours(slots: readonly PlacedSlot[]): PlacedSlot[][] {
  const groups: PlacedSlot[][] = []
  for (const slot of slots) {
    const last = groups[groups.length - 1]
    if (
      last?.[0].starts_at === slot.starts_at &&
      last[0].ends_at === slot.ends_at
    ) {
      last.push(slot)
    } else {
      groups.push([slot])
    }
  }
  return groups
}

/** Places that carts hold while their customers are still ordering. */
export const heldPlaces = ({
  reserved_orders,
  booked,
  delivered,
}: CalendarSlot): number => Math.max(0, reserved_orders - booked - delivered)
