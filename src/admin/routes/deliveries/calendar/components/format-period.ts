import type { Range, View } from "./calendar-days"

const at = (day: string) => new Date(`${day}T00:00:00Z`)

/** The time that is shown, as the viewer's language writes it. */
export function formatPeriod(
  view: View,
  date: string,
  { from, to }: Range,
  locale: string
): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options })
  switch (view) {
    case "month":
      return format({ month: "long", year: "numeric" }).format(at(date))
    case "week":
      return format({
        month: "short",
        day: "numeric",
        year: "numeric",
      }).formatRange(at(from), at(to))
    case "day":
      return format({
        weekday: "long",
        month: "short",
        day: "numeric",
        year: "numeric",
      }).format(at(date))
  }
}

/** `Tuesday, November 24, 2026`. */
export function formatFullDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    weekday: "long",
    month: "long",
    day: "numeric",
    year: "numeric",
  }).format(at(day))
}
