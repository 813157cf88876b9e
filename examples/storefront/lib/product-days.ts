import type { ProductDeliveryDaysResponse } from "medusa-plugin-cornerstore/sdk"

import { dayInWords } from "./times"

/** So few that it is said how many. */
const FEW = 5
/** So many sold-out days are named. */
const MOST_NAMED = 3

export type ProductDaysNote = {
  kind: "info" | "warn"
  title: string
  text: string | null
}

/**
 * What a visitor should know about the days of a product; null for one that
 * goes on any day.
 *
 * @param answer - of a range that begins today
 */
export function productDaysNote(
  { is_preorder, lead_days, days }: ProductDeliveryDaysResponse,
  locale: string
): ProductDaysNote | null {
  const today = days[0]?.date ?? ""
  const first = days.find(({ available }) => available)
  // Sooner than its lead nobody could have had it anyway.
  const soldOut = days
    .slice(lead_days)
    .filter(({ remaining }) => remaining === 0)
  const says = (day: string) => dayInWords(day, today, locale)
  if (!first) {
    return {
      kind: "warn",
      title: soldOut.length
        ? "Sold out for the coming weeks"
        : "Not to be had in the coming weeks",
      text: "Look in again later: new days open every day.",
    }
  }
  const isAnyDay =
    days.every(({ available, remaining }) => available && remaining === null) &&
    lead_days === 0
  if (isAnyDay && !is_preorder) {
    return null
  }
  const facts = [
    is_preorder && lead_days > 0
      ? `Made to order, ${lead_days === 1 ? "a day" : `${lead_days} days`} ahead.`
      : null,
    first.remaining !== null && first.remaining <= FEW
      ? `Only ${first.remaining} left for that day.`
      : null,
    soldOut.length
      ? `Sold out: ${soldOut
          .slice(0, MOST_NAMED)
          .map(({ date }) => says(date))
          .join("; ")}${soldOut.length > MOST_NAMED ? " and more" : ""}.`
      : null,
  ].filter((fact) => fact !== null)
  return {
    kind: "info",
    title: `${is_preorder ? "Pre-order: from" : "Earliest delivery:"} ${says(first.date)}`,
    text: facts.join(" ") || null,
  }
}
