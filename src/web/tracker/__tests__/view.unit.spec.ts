import type { TrackerState } from "../../../sdk/types"
import { pickLanguage } from "../dictionary"
import { createClock } from "../../shared/time"
import { toView } from "../view"

const SHOP = "America/Los_Angeles"
/** Thanksgiving, 16:00 to 18:00 in Los Angeles. */
const state: TrackerState = {
  stage: "booked",
  order_number: 1042,
  district: "Mission",
  date: "2026-11-26",
  starts_at: "2026-11-27T00:00:00.000Z",
  ends_at: "2026-11-27T02:00:00.000Z",
  time_zone: SHOP,
  stops_before: null,
  arrived_at: null,
  delivered_at: null,
  updated_at: "2026-11-20T10:00:00.000Z",
}
/** Narrow no-break spaces of Intl's own, told apart by nobody. */
const plain = (text: string | null) => text?.replace(/[\u2009\u202f]/g, " ")

const see = (
  at: string,
  change: Partial<TrackerState> = {},
  { languages = ["en-US"], viewer = SHOP } = {}
) => {
  const { locale, texts } = pickLanguage(languages)
  const now = Date.parse(at)
  const clock = createClock(locale, SHOP, viewer, now)
  return toView({ ...state, ...change }, texts, clock, now)
}

describe("tracker view", () => {
  it("answers when, in the shop's day and hours", () => {
    const view = see("2026-11-20T20:00:00Z")
    expect(view.phase).toBe("upcoming")
    expect(view.badge).toBe("Scheduled")
    expect(view.headline).toBe("Thursday, November 26")
    expect(plain(view.time)).toBe("4:00 – 6:00 PM")
    expect(view.note).toBeNull()
    expect(view.order).toBe("#1042")
    expect(view.documentTitle).toBe("Scheduled · Order #1042")
  })

  it.each([
    // 23:30 in Los Angeles, the day before; already the 26th in UTC.
    ["2026-11-26T07:30:00Z", "Tomorrow"],
    ["2026-11-26T08:30:00Z", "Today"],
    ["2026-11-27T07:59:00Z", "Today"],
    ["2026-11-27T08:00:00Z", "Yesterday"],
  ])("at %s says %s, counting the shop's days", (now, day) => {
    const view = see(now)
    expect(view.headline).toBe(day)
    expect(view.note).toMatch(/^Thursday, November 26/)
  })

  it.each([
    ["2026-11-26T23:59:59Z", {}, "upcoming", ["done", "next", "next"]],
    ["2026-11-27T00:00:00Z", {}, "now", ["done", "current", "next"]],
    ["2026-11-27T02:00:00Z", {}, "late", ["done", "current", "next"]],
    [
      "2026-11-27T03:00:00Z",
      { stage: "delivered", delivered_at: "2026-11-27T01:30:00Z" },
      "delivered",
      ["done", "done", "done"],
    ],
    [
      "2026-11-20T00:00:00Z",
      { stage: "canceled" },
      "canceled",
      ["done", "current"],
    ],
  ] as const)("at %s with %j is %s", (now, change, phase, steps) => {
    const view = see(now, change)
    expect(view.phase).toBe(phase)
    expect(view.steps.map((step) => step.state)).toEqual(steps)
  })

  it("says when it was delivered, and what to do when it is late", () => {
    const delivered = see("2026-11-27T03:00:00Z", {
      stage: "delivered",
      delivered_at: "2026-11-27T01:30:00Z",
    })
    expect(plain(delivered.announcement)).toBe(
      "Your order was delivered: Today, 5:30 PM"
    )
    expect(see("2026-11-27T03:00:00Z").note).toContain(
      "please contact the shop"
    )
  })

  it("names the shop's zone only where the viewer's clock differs", () => {
    const zoneNote = (viewer: string) =>
      see("2026-11-20T20:00:00Z", {}, { viewer }).note
    expect(zoneNote("Europe/Berlin")).toBe(
      "Local time of the shop (Pacific Time)"
    )
    expect(zoneNote("US/Pacific")).toBeNull()
    expect(zoneNote("America/Tijuana")).toBeNull()
  })

  it("writes a window across midnight without dates", () => {
    const view = see("2026-11-26T20:00:00Z", {
      starts_at: "2026-11-27T06:00:00Z",
      ends_at: "2026-11-27T08:30:00Z",
    })
    expect(plain(view.time)).toBe("10:00 PM – 12:30 AM")
  })

  it("tells how many stops come first, and nothing when nobody is on the way", () => {
    const onTheWay = (stops_before: number, at = "2026-11-27T00:30:00Z") =>
      see(at, { stage: "on_the_way", stops_before })
    expect(onTheWay(3).badge).toBe("On the way")
    expect(onTheWay(3).note).toContain("3 stops before you")
    expect(onTheWay(1).note).toContain("1 stop before you")
    expect(onTheWay(0).note).toContain("You are the next stop")
    expect(onTheWay(0).steps.map(({ state }) => state)).toEqual([
      "done",
      "current",
      "next",
    ])
    expect(onTheWay(1, "2026-11-27T03:00:00Z").note).toContain("longer")
    expect(see("2026-11-27T00:30:00Z").note).not.toContain("stop")
  })

  it("says that the driver is there, and that it failed", () => {
    const at = "2026-11-27T00:30:00Z"
    expect(see(at, { stage: "arrived" })).toMatchObject({
      phase: "arrived",
      headline: "Your driver is here",
      time: null,
    })
    const failed = see(at, { stage: "failed" })
    expect(failed.headline).toBe("We could not deliver your order")
    expect(failed.steps.map(({ label, state }) => [label, state])).toEqual([
      ["Scheduled", "done"],
      ["Delivery time", "done"],
      ["Not delivered", "current"],
    ])
  })

  it("speaks the first of the viewer's languages that it knows", () => {
    const inLanguages = (...languages: string[]) =>
      see("2026-11-20T20:00:00Z", {}, { languages })
    expect(inLanguages("de-DE", "es-MX", "en").badge).toBe("Programada")
    expect(inLanguages("vi-VN").headline).toBe("Thứ Năm, 26 tháng 11")
    expect(inLanguages("fr-FR").badge).toBe("Scheduled")
    expect(plain(inLanguages("en-GB").time)).toBe("16:00–18:00")
  })

  it("tells how long ago something was", () => {
    const now = Date.parse("2026-11-20T20:00:00Z")
    const clock = createClock("en-US", SHOP, SHOP, now)
    const minute = 60_000
    const ago = (minutes: number) => clock.ago(now - minutes * minute, now)
    expect(ago(0.5)).toBeNull()
    // A viewer's clock may be behind the server's.
    expect(ago(-3)).toBeNull()
    expect(ago(12)).toBe("12 minutes ago")
    expect(ago(90)).toBe("1 hour ago")
    expect(ago(60 * 50)).toBe("2 days ago")
  })
})
