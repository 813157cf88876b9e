const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** Dates and times in the shop's zone and the viewer's language. */
export type Clock = {
  /** "Today", "Tomorrow", or the weekday with its date. */
  day(instant: string): string
  /** The date in full, e.g. "Thursday, November 20". */
  date(instant: string): string
  /** "4:42 PM" */
  time(instant: string): string
  /** "4:00 – 6:00 PM" */
  range(from: string, to: string): string
  /** Name of the shop's zone, or null where the viewer's clock shows the same. */
  zoneToName(instant: string): string | null
  /** "5 minutes ago", or null within the first minute. */
  ago(from: number, now: number): string | null
}

/**
 * @param locale - BCP 47 tag, e.g. `en-US`
 * @param shopZone - IANA zone of the shop
 * @param viewerZone - IANA zone of the viewer
 * @param now - milliseconds since 1970, for "today"
 */
export function createClock(
  locale: string,
  shopZone: string,
  viewerZone: string,
  now: number
): Clock {
  const inShop = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: shopZone })
  const dateFormat = inShop({ weekday: "long", month: "long", day: "numeric" })
  const timeFormat = inShop({ hour: "numeric", minute: "2-digit" })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" })

  return {
    day(instant) {
      const days = dayNumber(Date.parse(instant), shopZone)
      const away = days - dayNumber(now, shopZone)
      return Math.abs(away) <= 1
        ? capitalize(relative.format(away, "day"), locale)
        : capitalize(dateFormat.format(new Date(instant)), locale)
    },
    date: (instant) => capitalize(dateFormat.format(new Date(instant)), locale),
    time: (instant) => timeFormat.format(new Date(instant)),
    range: (from, to) =>
      dayNumber(Date.parse(from), shopZone) ===
      dayNumber(Date.parse(to), shopZone)
        ? timeFormat.formatRange(new Date(from), new Date(to))
        : // Across midnight formatRange would write both dates out.
          `${timeFormat.format(new Date(from))} – ${timeFormat.format(new Date(to))}`,
    zoneToName(instant) {
      const at = new Date(instant)
      const reading = (timeZone: string) =>
        new Intl.DateTimeFormat("en", {
          timeZone,
          dateStyle: "short",
          timeStyle: "short",
        }).format(at)
      // By the clock's reading, not by name: US/Pacific is Los Angeles.
      return reading(shopZone) === reading(viewerZone)
        ? null
        : zoneName(locale, shopZone, at)
    },
    ago(from, since) {
      const minutes = Math.floor((since - from) / MINUTE_MS)
      if (minutes < 1) {
        return null
      }
      if (minutes < 60) {
        return relative.format(-minutes, "minute")
      }
      const hours = Math.floor(minutes / 60)
      return hours < 24
        ? relative.format(-hours, "hour")
        : relative.format(-Math.floor(hours / 24), "day")
    },
  }
}

/** Days since 1970 of the calendar day an instant falls on in a zone. */
function dayNumber(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
  }).formatToParts(instant)
  const part = (type: string) =>
    Number(parts.find((candidate) => candidate.type === type)?.value)
  return Date.UTC(part("year"), part("month") - 1, part("day")) / DAY_MS
}

function zoneName(locale: string, timeZone: string, at: Date): string {
  return (
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "longGeneric" })
      .formatToParts(at)
      .find(({ type }) => type === "timeZoneName")?.value ?? timeZone
  )
}

const capitalize = (text: string, locale: string): string =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
