import { decidingException, ExceptionRule, isExtra, isOn } from "./exceptions"
import {
  addDays,
  LocalDate,
  LocalTime,
  toInstant,
  toLocalDate,
  weekdayOf,
} from "./local-time"

/** What a window says about each of its slots. */
export type SlotRule = {
  id: string
  district_id: string
  starts_at: LocalTime
  ends_at: LocalTime
  capacity_orders: number
  /** Null for no limit, as the minutes. */
  capacity_weight_grams: number | null
  capacity_minutes: number | null
  lead_days: number
  cutoff_time: LocalTime
  /** Major units, as all money here. */
  price: number
  /** Null for none. */
  minimum_order: number | null
  /** Null for never. */
  free_over: number | null
  early_group_ids: string[]
  /** How many days ahead everybody may book; null for as soon as it is made. */
  public_days: number | null
}

/** The rule from which dated slots are made. */
export type WindowRule = SlotRule & {
  /** ISO weekday, Monday is 1. */
  weekday: number
}

export type DatedSlot = Pick<
  SlotRule,
  | "district_id"
  | "capacity_orders"
  | "capacity_weight_grams"
  | "capacity_minutes"
  | "price"
  | "minimum_order"
  | "free_over"
  | "early_group_ids"
> & {
  /** The window, or the exception of kind `extra`, that makes it. */
  window_id: string
  date: LocalDate
  starts_at: Date
  ends_at: Date
  cutoff_at: Date
  /** From when everybody may book; null for as soon as it is made. */
  opens_at: Date | null
}

/** The days for which slots are made. */
export type Horizon = {
  now: Date
  /** Days after today. */
  days: number
  /** IANA zone. */
  zone: string
}

/**
 * The slots of a window from today for so many days, in the shop's zone; none
 * on days that an exception closes, others where one changes them.
 *
 * The cut-off is a wall time on the day `lead_days` before the delivery and
 * never later than the slot's start. A window whose end is not after its start
 * ends on the next day.
 */
export function datedSlots(
  window: WindowRule,
  now: Date,
  horizonDays: number,
  zone: string,
  exceptions: readonly ExceptionRule[] = []
): DatedSlot[] {
  const horizon = { now, days: horizonDays, zone }
  return scheduledSlots([window], exceptions, horizon).filter(
    ({ window_id }) => window_id === window.id
  )
}

/**
 * Every slot that windows and exceptions make, those of exceptions of kind
 * `extra` among them.
 *
 * @param windows - active ones of active districts
 * @param exceptions - extra ones only of active districts
 */
export function scheduledSlots(
  windows: readonly WindowRule[],
  exceptions: readonly ExceptionRule[],
  { now, days, zone }: Horizon
): DatedSlot[] {
  const clock = wallClock(zone)
  const today = toLocalDate(now, zone)
  const dates = Array.from({ length: days + 1 }, (_, day) =>
    addDays(today, day)
  )
  const weekdays = new Map(dates.map((date) => [date, weekdayOf(date)]))
  const ofWindows = windows.flatMap((window) =>
    dates
      .filter((date) => weekdays.get(date) === window.weekday)
      .flatMap((date) => {
        const rule = ruleOn(window, exceptions, date)
        return rule ? slotOn(rule, date, clock) : []
      })
  )
  const extra = exceptions
    .filter(isExtra)
    .flatMap((exception) =>
      dates
        .filter(
          (date) =>
            isOn(exception, date) &&
            !decidingException(
              exceptions,
              { ...exception, is_extra: true },
              date
            )
        )
        .map((date) => slotOn(extraRule(exception), date, clock))
    )
  return [...ofWindows, ...extra]
}

/** What a window says on a day; null when the day is closed. */
function ruleOn(
  window: SlotRule,
  exceptions: readonly ExceptionRule[],
  date: LocalDate
): SlotRule | null {
  const exception = decidingException(exceptions, window, date)
  if (!exception) {
    return window
  }
  if (exception.kind === "closed") {
    return null
  }
  return {
    ...window,
    starts_at: exception.starts_at ?? window.starts_at,
    ends_at: exception.ends_at ?? window.ends_at,
    cutoff_time: exception.cutoff_time ?? window.cutoff_time,
    lead_days: exception.lead_days ?? window.lead_days,
    capacity_orders: exception.capacity_orders ?? window.capacity_orders,
    capacity_weight_grams:
      exception.capacity_weight_grams ?? window.capacity_weight_grams,
    capacity_minutes: exception.capacity_minutes ?? window.capacity_minutes,
    price: exception.price ?? window.price,
  }
}

/** An extra window says nothing about minimum, free delivery and early groups. */
const extraRule = (
  exception: ExceptionRule &
    Pick<
      SlotRule,
      | "district_id"
      | "starts_at"
      | "ends_at"
      | "cutoff_time"
      | "capacity_orders"
      | "price"
    >
): SlotRule => ({
  ...exception,
  lead_days: exception.lead_days ?? 0,
  minimum_order: null,
  free_over: null,
  early_group_ids: [],
  public_days: null,
})

function slotOn(
  rule: SlotRule,
  date: LocalDate,
  clock: (date: LocalDate, time: LocalTime) => Date
): DatedSlot {
  const starts_at = clock(date, rule.starts_at)
  const endsNextDay = rule.ends_at <= rule.starts_at
  const end = clock(endsNextDay ? addDays(date, 1) : date, rule.ends_at)
  const cutoff = clock(addDays(date, -rule.lead_days), rule.cutoff_time)
  return {
    window_id: rule.id,
    district_id: rule.district_id,
    date,
    starts_at,
    // A start in the hour that a clock change skips may lie behind the end: the
    // slot keeps its length then.
    ends_at:
      end > starts_at
        ? end
        : new Date(starts_at.getTime() + wallMinutes(rule) * 60_000),
    cutoff_at: cutoff < starts_at ? cutoff : starts_at,
    capacity_orders: rule.capacity_orders,
    capacity_weight_grams: rule.capacity_weight_grams,
    capacity_minutes: rule.capacity_minutes,
    price: rule.price,
    minimum_order: rule.minimum_order,
    free_over: rule.free_over,
    early_group_ids: rule.early_group_ids,
    opens_at:
      rule.public_days === null
        ? null
        : clock(addDays(date, -rule.public_days), "00:00"),
  }
}

/** Minutes that the clock on the wall counts from start to end. */
function wallMinutes({
  starts_at,
  ends_at,
}: Pick<SlotRule, "starts_at" | "ends_at">): number {
  const minutes = (time: LocalTime) =>
    Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  const length = minutes(ends_at) - minutes(starts_at)
  return length > 0 ? length : length + 24 * 60
}

/** `toInstant` of a zone, asked once for each time: windows share theirs. */
function wallClock(zone: string) {
  const known = new Map<string, Date>()
  return (date: LocalDate, time: LocalTime): Date => {
    const key = `${date}T${time}`
    const instant = known.get(key) ?? toInstant(date, time, zone)
    known.set(key, instant)
    return instant
  }
}

export type SlotLoad = {
  is_open: boolean
  cutoff_at: Date
  capacity_orders: number
  reserved_orders: number
  /** Null for no limit, as the minutes. */
  capacity_weight_grams: number | null
  reserved_weight_grams: number
  capacity_minutes: number | null
  reserved_minutes: number
}

/** Never negative: capacity may have been lowered below what is booked. */
export function remainingOrders(
  slot: Pick<SlotLoad, "capacity_orders" | "reserved_orders">
): number {
  return Math.max(0, slot.capacity_orders - slot.reserved_orders)
}

/** Whether so much more weight and so many more minutes fit. */
export function fits(
  slot: Pick<
    SlotLoad,
    | "capacity_weight_grams"
    | "reserved_weight_grams"
    | "capacity_minutes"
    | "reserved_minutes"
  >,
  more: { weight_grams: number; minutes: number }
): boolean {
  return (
    isWithin(
      slot.capacity_weight_grams,
      slot.reserved_weight_grams,
      more.weight_grams
    ) && isWithin(slot.capacity_minutes, slot.reserved_minutes, more.minutes)
  )
}

const isWithin = (
  capacity: number | null,
  reserved: number,
  more: number
): boolean => capacity === null || more <= 0 || reserved + more <= capacity

/** Whether a slot holds more than it may; one that is closed may hold nothing. */
export const isOverbooked = (slot: SlotLoad): boolean =>
  slot.is_open
    ? slot.reserved_orders > slot.capacity_orders ||
      isOver(slot.capacity_weight_grams, slot.reserved_weight_grams) ||
      isOver(slot.capacity_minutes, slot.reserved_minutes)
    : slot.reserved_orders > 0

const isOver = (capacity: number | null, reserved: number): boolean =>
  capacity !== null && reserved > capacity
