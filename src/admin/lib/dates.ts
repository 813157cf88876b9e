/**
 * Days travel as `YYYY-MM-DD` and weekly times as `HH:MM`, both meant in the
 * shop's zone. They are formatted as if they were UTC, so that the viewer's
 * zone never moves a delivery to another day. Instants are formatted in the
 * shop's zone.
 */

const DAY_MS = 86_400_000

/** The day an instant falls on in a zone, as `YYYY-MM-DD`. */
export function dayInZone(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((candidate) => candidate.type === type)?.value ?? ""
  return `${part("year")}-${part("month")}-${part("day")}`
}

/** A day moved by whole days; `amount` may be negative. */
export function addDays(day: string, amount: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + amount * DAY_MS)
    .toISOString()
    .slice(0, 10)
}

/** Whether a text is a day that exists, as `YYYY-MM-DD`. */
export function isDay(text: string | null | undefined): text is string {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return false
  }
  const parsed = new Date(`${text}T00:00:00Z`)
  return (
    !Number.isNaN(parsed.getTime()) &&
    parsed.toISOString().slice(0, 10) === text
  )
}

/** `Tue, Nov 24` in the viewer's language. */
export function formatDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    weekday: "short",
    month: "short",
    day: "numeric",
  }).format(new Date(`${day}T00:00:00Z`))
}

/**
 * `Thu, Dec 24 – Sat, Dec 26`, or one day; with the year where it is another
 * than today's.
 */
export function formatDays(
  from: string,
  to: string,
  locale: string,
  today: string
): string {
  const isThisYear = [from, to].every(
    (day) => day.slice(0, 4) === today.slice(0, 4)
  )
  return new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    weekday: "short",
    month: "short",
    day: "numeric",
    ...(isThisYear ? {} : { year: "numeric" }),
  }).formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`))
}

/** The name of an ISO weekday, Monday is 1. */
export function formatWeekday(
  weekday: number,
  locale: string,
  width: "long" | "short" = "long"
): string {
  // 2024-01-01 was a Monday.
  const day = addDays("2024-01-01", weekday - 1)
  return new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    weekday: width,
  }).format(new Date(`${day}T00:00:00Z`))
}

/** `9:00 AM` or `09:00`, as the viewer's language writes it. */
export function formatTime(time: string, locale: string): string {
  const [hours = "0", minutes = "0"] = time.split(":")
  return new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    hour: "numeric",
    minute: "2-digit",
  }).format(new Date(Date.UTC(2024, 0, 1, Number(hours), Number(minutes))))
}

const CLOCK = { hour: "numeric", minute: "2-digit" } as const

/**
 * Weekly hours such as `9:00 – 11:00 AM`, given as `HH:MM`. An end that is not
 * after the start is on the next day.
 */
export function formatHours(
  startsAt: string,
  endsAt: string,
  locale: string
): string {
  if (endsAt <= startsAt) {
    return `${formatTime(startsAt, locale)} – ${formatTime(endsAt, locale)}`
  }
  const [start, end] = [startsAt, endsAt].map((time) => {
    const [hours = "0", minutes = "0"] = time.split(":")
    return new Date(Date.UTC(2024, 0, 1, Number(hours), Number(minutes)))
  })
  return new Intl.DateTimeFormat(locale, {
    ...CLOCK,
    timeZone: "UTC",
  }).formatRange(start ?? 0, end ?? 0)
}

/** A slot's hours such as `9:00 – 11:00 AM`, given as instants, in a zone. */
export function formatSlotHours(
  startsAt: string,
  endsAt: string,
  timeZone: string,
  locale: string
): string {
  const format = new Intl.DateTimeFormat(locale, { ...CLOCK, timeZone })
  const [start, end] = [new Date(startsAt), new Date(endsAt)]
  // A slot over midnight would be written with both dates.
  return dayInZone(start, timeZone) === dayInZone(end, timeZone)
    ? format.formatRange(start, end)
    : `${format.format(start)} – ${format.format(end)}`
}

/** `9:00 AM` of an instant in a zone. */
export function formatClock(
  instant: string,
  locale: string,
  timeZone?: string
): string {
  return new Intl.DateTimeFormat(locale, { ...CLOCK, timeZone }).format(
    new Date(instant)
  )
}

/** The wall time of an instant in a zone, as `HH:MM`. */
export function clockInZone(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(instant))
}

/** Date and time of an instant in a zone, the zone named when asked for. */
export function formatInstant(
  instant: string,
  locale: string,
  timeZone?: string,
  withZone = false
): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    ...(withZone ? { timeZoneName: "short" } : {}),
  }).format(new Date(instant))
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
]

/** `5 minutes ago` in the viewer's language. */
export function formatRelative(
  instant: string,
  now: Date,
  locale: string
): string {
  const seconds = Math.round((Date.parse(instant) - now.getTime()) / 1000)
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" })
  for (const [unit, size] of UNITS) {
    if (Math.abs(seconds) >= size) {
      return format.format(Math.trunc(seconds / size), unit)
    }
  }
  return format.format(seconds, "second")
}

function offsetMinutes(timeZone: string | undefined, instant: Date): number {
  const local = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(local.find((candidate) => candidate.type === type)?.value)
  const asUtc = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute")
  )
  return Math.round((asUtc - instant.getTime()) / 60_000)
}

/** The instant at which a day begins in a zone. */
export function startOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const guess = midnight - offsetMinutes(timeZone, new Date(midnight)) * 60_000
  // The clock may change between that UTC midnight and the shop's own.
  return new Date(midnight - offsetMinutes(timeZone, new Date(guess)) * 60_000)
}

/**
 * The short name of the shop's zone, or null when the viewer's clock shows the
 * same time and naming it would be noise.
 *
 * @param viewerZone - the viewer's zone; left out, it is the browser's
 */
export function foreignZoneName(
  timeZone: string,
  locale: string,
  at: Date = new Date(),
  viewerZone?: string
): string | null {
  if (offsetMinutes(timeZone, at) === offsetMinutes(viewerZone, at)) {
    return null
  }
  return zoneName(timeZone, locale, at)
}

/** The short name of a zone at an instant, such as `PST` or `GMT+7`. */
export function zoneName(timeZone: string, locale: string, at: Date): string {
  return (
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "short" })
      .formatToParts(at)
      .find((part) => part.type === "timeZoneName")?.value ?? timeZone
  )
}
