/** A clock in the shop's zone, or in the visitor's when that is not known. */
export type Clock = { locale: string; timeZone: string | undefined }

/** "10 AM – 12 PM", or with minutes where there are some. */
export function timeRange(from: string, to: string, clock: Clock): string {
  const [start, end] = [new Date(from), new Date(to)]
  const full = [start, end].every((instant) => instant.getUTCMinutes() === 0)
  return new Intl.DateTimeFormat(clock.locale, {
    hour: "numeric",
    ...(full ? {} : { minute: "2-digit" }),
    timeZone: clock.timeZone,
  }).formatRange(start, end)
}

export function time(instant: string, clock: Clock): string {
  return new Intl.DateTimeFormat(clock.locale, {
    hour: "numeric",
    minute: "2-digit",
    timeZone: clock.timeZone,
  }).format(new Date(instant))
}

/** "May 14, 2026" */
export function date(instant: string, clock: Clock): string {
  return new Intl.DateTimeFormat(clock.locale, {
    dateStyle: "medium",
    timeZone: clock.timeZone,
  }).format(new Date(instant))
}

/** The calendar day of an instant as `YYYY-MM-DD`. */
export function dayOf(instant: Date, timeZone: string | undefined): string {
  // Swedish dates are written as ISO writes them.
  return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(instant)
}

export type DayName = {
  /** "Today", "Tomorrow" or the weekday. */
  name: string
  /** "May 14" */
  date: string
}

/**
 * A day of the shop in words.
 *
 * @param day - `YYYY-MM-DD`
 * @param today - the same, from `dayOf`
 */
export function dayName(day: string, today: string, locale: string): DayName {
  // A day is no instant: midnight UTC, read in UTC, is the same day everywhere.
  const start = new Date(`${day}T00:00:00Z`)
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(
      start
    )
  const days = Math.round(
    (start.getTime() - Date.parse(`${today}T00:00:00Z`)) / 86_400_000
  )
  const name =
    days === 0
      ? "Today"
      : days === 1
        ? "Tomorrow"
        : format({ weekday: days > 6 ? "short" : "long" })
  return { name, date: format({ month: "short", day: "numeric" }) }
}

/** "Tomorrow, May 14" */
export function dayInWords(day: string, today: string, locale: string): string {
  const { name, date: monthDay } = dayName(day, today, locale)
  return `${name}, ${monthDay}`
}

/** "14:05", from 0:00 up. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
}
