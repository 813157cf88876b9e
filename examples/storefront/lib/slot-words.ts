import { isRefused, problemOf, statusOf } from "./problems"
import type { OfferedSlot } from "./slots"
import { type Clock, dayInWords, dayName, dayOf, time } from "./times"

/** So long a weekday alone can mean one day only. */
const NEAR_DAYS = 7
const DAY_MS = 86_400_000

/** What words about a slot need to know beside it. */
export type SlotContext = {
  /** The shop's, in which its days are meant. */
  clock: Clock
  /** `YYYY-MM-DD` on that clock. */
  today: string
  /** What is in the cart, major units. */
  goodsValue: number
  price(amount: number, currencyCode: string): string
  /** What stands on the chosen slot; "Yours" when left out. */
  chosenWord?: string
}

/** What a slot costs this cart. */
export function priceWords(
  { price, currency_code }: OfferedSlot,
  context: Pick<SlotContext, "price">
): string {
  return price ? context.price(price, currency_code) : "Free"
}

/** From which value of the goods delivery is free; null when that is never or now. */
export function freeFromWords(
  { price, free_over, currency_code }: OfferedSlot,
  context: Pick<SlotContext, "price">
): string | null {
  return price && free_over !== null
    ? `Free from ${context.price(free_over, currency_code)}`
    : null
}

/** A slot's state in a word or two. */
export function stateWords(slot: OfferedSlot): string {
  switch (slot.state) {
    case "open":
      return `${slot.remaining} left`
    case "full":
      return slot.reason === "too_heavy" ? "Too heavy" : "Full"
    default:
      return slot.reason ? CLOSED[slot.reason] : "Not offered"
  }
}

const CLOSED: Record<NonNullable<OfferedSlot["reason"]>, string> = {
  cut_off: "Too late",
  not_yet: "Not yet",
  below_minimum: "Too small",
  too_heavy: "Too heavy",
  products: "Not that day",
  dearer: "Dearer",
}

/** Why this cart cannot have a slot, as a sentence; null when it can. */
export function whyNot(slot: OfferedSlot, context: SlotContext): string | null {
  if (slot.state === "open") {
    return null
  }
  switch (slot.reason) {
    case "cut_off":
      return `It could be ordered until ${moment(slot.cutoff_at, context)}.`
    case "not_yet":
      return slot.opens_at
        ? `Opens to everybody on ${moment(slot.opens_at, context)}.`
        : "Not open to everybody yet."
    case "below_minimum":
      return minimumWords(slot, context)
    case "too_heavy":
      return "Your order weighs more than the van still takes at that time."
    case "dearer":
      return "It costs more than you paid for delivery."
    case "products":
      return "Something in your cart is not delivered on that day."
    default:
      return slot.state === "full"
        ? "Every place at that time is taken."
        : "No delivery is offered at that time."
  }
}

function minimumWords(
  { minimum_order, currency_code }: OfferedSlot,
  { price, goodsValue }: SlotContext
): string {
  if (minimum_order === null) {
    return "Your order is too small for that time."
  }
  const from = `For orders from ${price(minimum_order, currency_code)}`
  const missing = minimum_order - goodsValue
  return missing > 0
    ? `${from}: ${price(missing, currency_code)} more.`
    : `${from}.`
}

/**
 * Why a place was not given, in words. js-sdk tells the status of a refusal and
 * not its code, so the reason is read from the slot as it is listed now.
 *
 * @param slot - the slot that was wanted, as it is now; undefined when it is gone
 */
export function refusalWords(
  error: unknown,
  slot: OfferedSlot | undefined,
  context: SlotContext
): string {
  if (!isRefused(error)) {
    return problemOf(error)
  }
  if (slot?.reason === "products") {
    // Only the shop knows which of the goods it is.
    return problemOf(error)
  }
  const why = slot?.reason ? whyNot(slot, context) : null
  if (why) {
    return `That time cannot be booked. ${why}`
  }
  return statusOf(error) === 409
    ? "Somebody else took the last place at that time."
    : "That time can no longer be booked for your address."
}

/** "Tomorrow, 8:00 PM", only the time today, and with the date from next week on. */
export function moment(
  instant: string,
  { clock, today }: Pick<SlotContext, "clock" | "today">
): string {
  const day = dayOf(new Date(instant), clock.timeZone)
  const clockTime = time(instant, clock)
  if (day === today) {
    return clockTime
  }
  const isNear =
    Math.abs(Date.parse(day) - Date.parse(today)) < NEAR_DAYS * DAY_MS
  const words = isNear
    ? dayName(day, today, clock.locale).name
    : dayInWords(day, today, clock.locale)
  return `${words}, ${clockTime}`
}
