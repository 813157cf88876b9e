import {
  addDays,
  dayInZone,
  foreignZoneName,
  formatDay,
  formatHours,
  formatRelative,
  formatSlotHours,
  formatWeekday,
  isDay,
  startOfDay,
} from "../dates"
import { toLocale } from "../locale"

/** Node writes narrow spaces where people type plain ones. */
const plain = (text: string) => text.replace(/\s/gu, " ")

describe("days", () => {
  it("is the shop's day, not the viewer's", () => {
    const instant = new Date("2026-11-21T07:30:00Z")
    expect(dayInZone(instant, "America/Los_Angeles")).toBe("2026-11-20")
    expect(dayInZone(instant, "Asia/Ho_Chi_Minh")).toBe("2026-11-21")
  })

  it("counts over months and clock changes", () => {
    expect(addDays("2026-10-31", 1)).toBe("2026-11-01")
    expect(addDays("2026-11-01", 1)).toBe("2026-11-02")
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28")
  })

  it("begins at the zone's midnight, also on the day the clock changes", () => {
    for (const [day, zone, instant] of [
      ["2026-11-21", "America/Los_Angeles", "2026-11-21T08:00:00.000Z"],
      // Clocks go back at 2 in the morning of this day, and forward of the next.
      ["2026-11-01", "America/Los_Angeles", "2026-11-01T07:00:00.000Z"],
      ["2026-03-08", "America/Los_Angeles", "2026-03-08T08:00:00.000Z"],
      ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00.000Z"],
      ["2026-11-21", "Asia/Ho_Chi_Minh", "2026-11-20T17:00:00.000Z"],
      ["2026-11-21", "UTC", "2026-11-21T00:00:00.000Z"],
    ]) {
      expect(startOfDay(day, zone).toISOString()).toBe(instant)
    }
  })

  it("takes only days that exist", () => {
    expect(isDay("2026-02-28")).toBe(true)
    expect(isDay("2026-02-30")).toBe(false)
    expect(isDay("26-2-3")).toBe(false)
    expect(isDay(null)).toBe(false)
  })

  it("is written in the viewer's language", () => {
    expect(formatDay("2026-11-24", "en")).toBe("Tue, Nov 24")
    expect(formatDay("2026-11-24", "es")).toBe("mar, 24 nov")
    expect(formatWeekday(1, "en")).toBe("Monday")
    expect(formatWeekday(7, "vi")).toBe("Chủ Nhật")
  })
})

describe("hours", () => {
  it("writes weekly hours as they stand", () => {
    expect(plain(formatHours("09:00", "11:30", "en"))).toBe("9:00 – 11:30 AM")
    expect(plain(formatHours("09:00", "11:30", "es"))).toMatch(/^0?9:00.11:30$/)
  })

  it("writes a slot in the shop's zone", () => {
    expect(
      plain(
        formatSlotHours(
          "2026-11-22T00:00:00Z",
          "2026-11-22T03:00:00Z",
          "America/Los_Angeles",
          "en"
        )
      )
    ).toBe("4:00 – 7:00 PM")
  })

  it("leaves the dates out of a slot over midnight", () => {
    expect(
      plain(
        formatSlotHours(
          "2026-11-22T07:00:00Z",
          "2026-11-22T09:00:00Z",
          "America/Los_Angeles",
          "en"
        )
      )
    ).toBe("11:00 PM – 1:00 AM")
  })
})

describe("foreignZoneName", () => {
  const at = new Date("2026-11-21T12:00:00Z")

  it("names the shop's zone to a viewer elsewhere", () => {
    expect(
      foreignZoneName("America/Los_Angeles", "en", at, "Europe/Berlin")
    ).toBe("PST")
  })

  it("is silent where the clock is the same under another name", () => {
    expect(
      foreignZoneName("America/Los_Angeles", "en", at, "America/Tijuana")
    ).toBeNull()
  })
})

describe("formatRelative", () => {
  const now = new Date("2026-11-21T12:00:00Z")

  it.each([
    ["2026-11-21T12:00:00Z", "now"],
    ["2026-11-21T11:55:00Z", "5 minutes ago"],
    ["2026-11-21T09:10:00Z", "2 hours ago"],
    ["2026-11-20T11:00:00Z", "yesterday"],
  ])("says %s as %s", (instant, text) => {
    expect(formatRelative(instant, now, "en")).toBe(text)
  })
})

describe("toLocale", () => {
  it("turns Medusa's codes into tags", () => {
    expect(toLocale("ptBR")).toBe("pt-BR")
    expect(toLocale("vi")).toBe("vi")
    expect(toLocale("xx")).toBe("en")
  })
})
