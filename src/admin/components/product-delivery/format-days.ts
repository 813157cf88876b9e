/**
 * `Dec 24, 2026`, or `Dec 24 – 26, 2026` of a first and a last day: with the
 * year, because such days are set long ahead.
 *
 * @param text - `YYYY-MM-DD`, or `YYYY-MM-DD/YYYY-MM-DD`
 */
export function formatDayOrRange(text: string, locale: string): string {
  const [first = "", last = first] = text.split("/")
  const [from, to] = [first, last].map((day) => new Date(`${day}T00:00:00Z`))
  return new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    year: "numeric",
    month: "short",
    day: "numeric",
  }).formatRange(from ?? 0, to ?? 0)
}
