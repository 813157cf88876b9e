/**
 * Writes calendars as RFC 5545 (iCalendar) wants them, with the names of RFC
 * 7986 beside the older `X-` ones that applications still read.
 */

/** One event; its times are written in UTC, which every application moves to its own zone. */
export type CalendarEvent = {
  /** The same for ever, whatever becomes of the event. */
  uid: string
  /** Grows with each change that a reader must not miss. */
  sequence: number
  lastModified: Date
  startsAt: Date
  endsAt: Date
  summary: string
  location: string | null
  /** An absolute address. */
  url: string | null
  categories: readonly string[]
  isCanceled: boolean
}

export type Calendar = {
  /** What applications show. */
  name: string
  /** IANA zone in which they show it, where they ask for one. */
  timeZone: string
  /** How often they should ask again. */
  refreshMinutes: number
  events: readonly CalendarEvent[]
}

const PRODUCT = "-//Cornerstore//Deliveries//EN"
/** Octets of a line without its end, RFC 5545 3.1. */
const LINE_OCTETS = 75
const NEWLINE = "\r\n"

/** The calendar as a file of type `text/calendar` in UTF-8. */
export function writeCalendar(calendar: Calendar): string {
  const refresh = `PT${calendar.refreshMinutes}M`
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${PRODUCT}`,
    "CALSCALE:GREGORIAN",
    `NAME:${escapeText(calendar.name)}`,
    `X-WR-CALNAME:${escapeText(calendar.name)}`,
    `X-WR-TIMEZONE:${escapeText(calendar.timeZone)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`,
    `X-PUBLISHED-TTL:${refresh}`,
    ...(calendar.events.length ? calendar.events.flatMap(eventLines) : UTC),
    "END:VCALENDAR",
  ]
  return lines.map((line) => foldLine(line) + NEWLINE).join("")
}

/** A calendar must have a component (RFC 5545 3.6); the zone stands in while there is no event. */
const UTC = [
  "BEGIN:VTIMEZONE",
  "TZID:UTC",
  "BEGIN:STANDARD",
  "DTSTART:19700101T000000",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0000",
  "END:STANDARD",
  "END:VTIMEZONE",
]

function eventLines(event: CalendarEvent): string[] {
  const modified = utc(event.lastModified)
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(event.uid)}`,
    // The same as LAST-MODIFIED where a calendar has no METHOD (3.8.7.2), so
    // that the file changes with the deliveries only.
    `DTSTAMP:${modified}`,
    `LAST-MODIFIED:${modified}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    `SUMMARY:${escapeText(event.summary)}`,
    ...(event.location ? [`LOCATION:${escapeText(event.location)}`] : []),
    ...(event.url ? [`URL:${event.url}`] : []),
    ...(event.categories.length
      ? [`CATEGORIES:${event.categories.map(escapeText).join(",")}`]
      : []),
    `STATUS:${event.isCanceled ? "CANCELLED" : "CONFIRMED"}`,
    // Names and addresses of customers are not for whoever sees the calendar,
    // and a delivery makes nobody busy.
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]
}

/** `20261124T160000Z`, RFC 5545 3.3.5 form 2. */
function utc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`
}

/**
 * A text as a value, RFC 5545 3.3.11: backslash, semicolon, comma and newline
 * are escaped. Controls that no value may have are left out; halves of
 * characters, which UTF-8 cannot write, become U+FFFD.
 */
export function escapeText(text: string): string {
  return (
    text
      .replace(/\p{Cs}/gu, "\uFFFD")
      .replace(/[\\;,]/g, "\\$&")
      // Also what other readers take for the end of a line.
      .replace(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g, "\\n")
      .replace(/\p{Cc}/gu, (control) => (control === "\t" ? control : ""))
  )
}

/**
 * Folds a line, RFC 5545 3.1: no line is longer than 75 octets, the next ones
 * begin with a space. No character is cut, though the RFC would allow it.
 *
 * @param line - without line breaks
 */
export function foldLine(line: string): string {
  const lines: string[] = []
  let current = ""
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character, "utf8")
    if (octets + size > LINE_OCTETS) {
      lines.push(current)
      current = " "
      octets = 1
    }
    current += character
    octets += size
  }
  return [...lines, current].join(NEWLINE)
}
