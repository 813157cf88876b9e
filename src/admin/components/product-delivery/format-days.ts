import { formatDay } from "../../lib/dates"

/** `Thu, Dec 24`, or `Thu, Dec 24 – Sat, Dec 26` of a first and a last day. */
export function formatDayOrRange(text: string, locale: string): string {
  return text
    .split("/")
    .map((day) => formatDay(day, locale))
    .join(" – ")
}
