import fc from "fast-check"

import { CalendarEvent, escapeText, foldLine, writeCalendar } from "../ical"
import {
  instantOf,
  physicalLines,
  readCalendarFile,
  textOf,
  texts,
  unfold,
} from "./helpers/read-ical"

const EVENT: CalendarEvent = {
  uid: "dbook_1@shop.example",
  sequence: 7,
  lastModified: new Date("2026-11-20T08:00:01.999Z"),
  startsAt: new Date("2026-11-24T16:00:00Z"),
  endsAt: new Date("2026-11-24T18:00:00Z"),
  summary: "#1024 Ada L. · Mission",
  location: "1 Test Street, 94110 San Francisco",
  url: "https://shop.example/app/orders/order_1",
  categories: ["Mission"],
  isCanceled: false,
}
const calendarOf = (events: CalendarEvent[], name = "Deliveries") =>
  writeCalendar({
    name,
    timeZone: "America/Los_Angeles",
    refreshMinutes: 15,
    events,
  })

/** Any text that a person can type, and much that nobody can. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom("\\", ";", ",", ":", '"', "\n", "\r", "n", "é", "🥖"),
  })
)
/** What is left of a text: no halves of characters, no controls, one kind of line break. */
const meant = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, "\uFFFD")
    .replace(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g, "\n")
    .replace(/(?![\t\n])\p{Cc}/gu, "")

describe("iCalendar", () => {
  it("writes an event as RFC 5545 has it", () => {
    expect(calendarOf([EVENT]).split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Cornerstore//Deliveries//EN",
      "CALSCALE:GREGORIAN",
      "NAME:Deliveries",
      "X-WR-CALNAME:Deliveries",
      "X-WR-TIMEZONE:America/Los_Angeles",
      "REFRESH-INTERVAL;VALUE=DURATION:PT15M",
      "X-PUBLISHED-TTL:PT15M",
      "BEGIN:VEVENT",
      "UID:dbook_1@shop.example",
      "DTSTAMP:20261120T080001Z",
      "LAST-MODIFIED:20261120T080001Z",
      "SEQUENCE:7",
      "DTSTART:20261124T160000Z",
      "DTEND:20261124T180000Z",
      "SUMMARY:#1024 Ada L. · Mission",
      "LOCATION:1 Test Street\\, 94110 San Francisco",
      "URL:https://shop.example/app/orders/order_1",
      "CATEGORIES:Mission",
      "STATUS:CONFIRMED",
      "CLASS:PRIVATE",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ])
  })

  it("says that an event is canceled, and leaves out what is not known", () => {
    const file = calendarOf([
      { ...EVENT, isCanceled: true, location: null, url: null, categories: [] },
    ])
    const [event] = readCalendarFile(file).components
    expect(textOf(event, "STATUS")).toBe("CANCELLED")
    expect(event.properties.map(({ name }) => name)).not.toEqual(
      expect.arrayContaining(["LOCATION"])
    )
    expect(textOf(event, "URL")).toBeUndefined()
    expect(textOf(event, "CATEGORIES")).toBeUndefined()
  })

  it("has a component even while there is no event", () => {
    const { components } = readCalendarFile(calendarOf([]))
    expect(components.map(({ name }) => name)).toEqual(["VTIMEZONE"])
  })

  it("keeps commas of one category apart from those between categories", () => {
    const file = calendarOf([{ ...EVENT, categories: ["North, upper", "Bay"] }])
    const [event] = readCalendarFile(file).components
    const raw = event.properties.find(({ name }) => name === "CATEGORIES")?.raw
    expect(texts(raw ?? "")).toEqual(["North, upper", "Bay"])
  })

  it("folds at 75 octets, never within a character", () => {
    // 74 octets, then one character of four: it goes to the next line whole.
    expect(foldLine(`${"a".repeat(74)}🥖b`)).toBe(`${"a".repeat(74)}\r\n 🥖b`)
    expect(foldLine("a".repeat(75))).toBe("a".repeat(75))
    expect(foldLine("a".repeat(76))).toBe(`${"a".repeat(75)}\r\n a`)
  })

  it("gives back every text, however odd, in lines of 75 octets at most", () => {
    fc.assert(
      fc.property(anyText, anyText, (summary, name) => {
        const file = calendarOf([{ ...EVENT, summary }], name)
        for (const line of physicalLines(Buffer.from(file, "utf8"))) {
          expect(line.length).toBeLessThanOrEqual(75)
        }
        const calendar = readCalendarFile(file)
        expect(textOf(calendar, "X-WR-CALNAME")).toBe(meant(name))
        expect(textOf(calendar.components[0], "SUMMARY")).toBe(meant(summary))
      })
    )
  })

  it("is unfolded to what was folded", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 400 }),
        (text: string) => {
          const line = escapeText(`X${text}`)
          const folded = Buffer.from(`${foldLine(line)}\r\n`, "utf8")
          const [whole, ...more] = unfold(physicalLines(folded))
          expect(whole.toString("utf8")).toBe(line)
          expect(more).toEqual([])
        }
      )
    )
  })

  it("keeps instants to the second", () => {
    const instant = fc.date({
      min: new Date("1971-01-01"),
      max: new Date("2999-12-31"),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instant, instant, (startsAt, lastModified) => {
        const [event] = readCalendarFile(
          calendarOf([{ ...EVENT, startsAt, lastModified }])
        ).components
        expect(instantOf(event, "DTSTART").getTime()).toBe(
          Math.floor(startsAt.getTime() / 1000) * 1000
        )
        expect(instantOf(event, "DTSTAMP")).toEqual(
          instantOf(event, "LAST-MODIFIED")
        )
      })
    )
  })
})
