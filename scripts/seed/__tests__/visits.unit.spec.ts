import { drawCustomers } from "../customers/draw-customers"
import { datedHistory } from "../history/dated-history"
import { drawVisits, VISIT_DAYS } from "../visits/draw-visits"
import { anonymousId, visitEvents } from "../visits/visit-events"

const DAY_MS = 86_400_000

describe("visits of the demo shop", () => {
  const customers = drawCustomers()
  const orders = datedHistory(customers, "2026-11-21", "America/Los_Angeles")
  const until = new Date("2026-11-21T08:00:00Z")
  const visits = drawVisits(customers, orders, until)
  const events = visits.flatMap((visit) =>
    visitEvents(visit, customers[visit.customer].email, "apk_1", new Map())
  )

  it("are the same each time, of a hundred customers with an account", () => {
    expect(drawVisits(customers, orders, until)).toEqual(visits)
    const visitors = new Set(visits.map(({ customer }) => customer))
    expect(visitors.size).toBeGreaterThan(95)
    expect(visitors.size).toBeLessThanOrEqual(100)
    expect(visitors.has(0)).toBe(true)
    for (const visitor of visitors) {
      expect(customers[visitor].has_account).toBe(true)
    }
  })

  it("fall into the last month", () => {
    const earliest = until.getTime() - VISIT_DAYS * DAY_MS
    for (const { began_at } of visits) {
      expect(began_at.getTime()).toBeGreaterThanOrEqual(earliest)
      expect(began_at < until).toBe(true)
    }
  })

  it("are told by messages of their own, in the order of time", () => {
    expect(events.length).toBeGreaterThan(1000)
    const ids = events.map(({ message_id }) => message_id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const visit of visits) {
      const { email } = customers[visit.customer]
      const times = visitEvents(visit, email, "apk_1", new Map()).map(
        ({ occurred_at }) => occurred_at.getTime()
      )
      expect(times.slice().sort((a, b) => a - b)).toEqual(times)
    }
  })

  it("end in the orders of the history, product by product", () => {
    const names = events.map(({ name }) => name)
    const count = (name: string) => names.filter((each) => each === name).length
    const bought = visits.flatMap(({ order }) => order ?? [])
    expect(count("Order Completed")).toBe(bought.length)
    expect(count("Product Added")).toBe(
      bought.reduce((sum, { lines }) => sum + lines.length, 0)
    )
    expect(count("Product Viewed")).toBeGreaterThan(count("Product Added"))
  })

  it("come from somewhere, on a device, and some search", () => {
    const firsts = visits.map((visit) => {
      const { email } = customers[visit.customer]
      return visitEvents(visit, email, "apk_1", new Map())[0]
    })
    const contexts = firsts.map(({ context }) => JSON.parse(context))
    const sources = contexts.map(({ campaign }) => campaign?.source ?? null)
    expect(new Set(sources)).toEqual(new Set([null, "newsletter", "instagram"]))
    expect(new Set(contexts.map(({ userAgent }) => userAgent)).size).toBe(5)
    const searches = events.filter(({ name }) => name === "Products Searched")
    expect(searches.length).toBeGreaterThan(visits.length / 5)
    expect(searches.length).toBeLessThan(visits.length / 2)
  })

  it("keep a visitor's id, a UUID", () => {
    expect(anonymousId("anna@example.com")).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/
    )
    expect(anonymousId("anna@example.com")).toBe(
      anonymousId("anna@example.com")
    )
  })
})
