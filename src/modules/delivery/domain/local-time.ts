import { DateTime } from "luxon"

/** `YYYY-MM-DD` in the shop's zone. */
export type LocalDate = string
/** `HH:MM`, 24 hours. */
export type LocalTime = string

export const LOCAL_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
/** Whether a text is a day of the calendar: 30 February is none. */
export const isLocalDate = (text: string): text is LocalDate =>
  LOCAL_DATE.test(text) && DateTime.fromISO(text, { zone: "utc" }).isValid

export const LOCAL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/**
 * The instant of a wall time. A time that a clock change skips is moved on by as
 * much as is skipped (the rule of RFC 5545); of a time that comes twice the
 * first is meant.
 *
 * @param zone - IANA zone
 */
export function toInstant(
  date: LocalDate,
  time: LocalTime,
  zone: string
): Date {
  const local = DateTime.fromISO(`${date}T${time}`, { zone })
  const [first] = local.getPossibleOffsets()
  return first.toJSDate()
}

/** The shop's day at an instant. */
export function toLocalDate(instant: Date, zone: string): LocalDate {
  return DateTime.fromJSDate(instant, { zone }).toFormat("yyyy-MM-dd")
}

/** Calendar days later (or earlier), whatever the clocks do in between. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return DateTime.fromISO(date, { zone: "utc" })
    .plus({ days })
    .toFormat("yyyy-MM-dd")
}

/** ISO weekday, Monday is 1. */
export function weekdayOf(date: LocalDate): number {
  return DateTime.fromISO(date, { zone: "utc" }).weekday
}
