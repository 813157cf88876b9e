import type { TimelineEntry } from "../../../../sdk/types"
import en from "../../../i18n/en.json"
import { subjectOf, titleKey } from "../entry-texts"

const entry = (
  name: string,
  data: Record<string, unknown> = {}
): TimelineEntry => ({
  id: "activity:1",
  kind: "activity",
  name,
  at: "2026-03-01T10:00:00.000Z",
  reference: null,
  data: { type: "track", properties: {}, page: null, ...data },
})

describe("titleKey", () => {
  it("names texts that exist", () => {
    const names = ["Product Viewed", "Signed In", "order.placed", "identify"]
    for (const name of names) {
      const [, , key] = (titleKey(entry(name)) ?? "").split(".")
      expect([name, Object.keys(en.timeline.did)]).toEqual([
        name,
        expect.arrayContaining([key]),
      ])
    }
  })

  it("leaves a shop's own events to their names, whatever these are", () => {
    expect(titleKey(entry("Tasting Booked"))).toBeNull()
    expect(titleKey(entry("constructor"))).toBeNull()
  })

  it("knows a page by its type, whatever it is called", () => {
    expect(titleKey(entry("Product Viewed", { type: "page" }))).toBe(
      "timeline.did.page"
    )
  })
})

describe("subjectOf", () => {
  it("is what the event is about", () => {
    const about = (properties: unknown) =>
      subjectOf(entry("Anything", { properties }))
    expect(about({ name: "Lemon cake", product_id: "prod_1" })).toBe(
      "Lemon cake"
    )
    expect(about({ query: "cake" })).toBe("cake")
    expect(about({ name: { nested: true }, product_id: "prod_1" })).toBe(
      "prod_1"
    )
    expect(about(null)).toBeNull()
    expect(about("nonsense")).toBeNull()
  })

  it("of a page is its title, else its name, else its path", () => {
    const page = (name: string, data: Record<string, unknown>) =>
      subjectOf(entry(name, { type: "page", ...data }))
    expect(page("Home", { page: { title: "The Corner", path: "/" } })).toBe(
      "The Corner"
    )
    expect(page("Home", { page: { path: "/" } })).toBe("Home")
    expect(page("page", { page: { path: "/cakes" } })).toBe("/cakes")
  })
})
