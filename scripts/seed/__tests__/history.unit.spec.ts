import { PRODUCTS } from "../catalogue"
import { drawCustomers } from "../customers/draw-customers"
import { leadDaysOf } from "../history/basket"
import { dateOrder } from "../history/dated-order"
import { minutesOf } from "../history/day"
import { HISTORY_DAYS } from "../history/order-days"
import { planHistory } from "../history/plan-history"
import { TIMES } from "../windows"

const FRIDAY = 5
const ZONE = "America/Los_Angeles"

describe("history of the demo shop", () => {
  const customers = drawCustomers()
  const orders = planHistory(customers, FRIDAY)

  it("is the same each time on one weekday, another on another", () => {
    expect(planHistory(customers, FRIDAY)).toEqual(orders)
    expect(planHistory(customers, FRIDAY + 1)).not.toEqual(orders)
  })

  it.each([1, 2, 3, 4, 5, 6, 7])(
    "has about three thousand orders, seeded on weekday %i",
    (weekday) => {
      const { length } = planHistory(customers, weekday)
      expect(length).toBeGreaterThan(2600)
      expect(length).toBeLessThan(3400)
    }
  )

  it("is over by yesterday and begins four months ago", () => {
    const days = orders.map(({ days_ago }) => days_ago)
    expect(Math.max(...days)).toBeLessThanOrEqual(HISTORY_DAYS)
    expect(Math.max(...days)).toBeGreaterThan(HISTORY_DAYS - 4)
    for (const { slot, days_ago } of orders) {
      expect(slot.days_ago).toBeGreaterThanOrEqual(1)
      expect(slot.days_ago).toBeLessThanOrEqual(days_ago)
    }
  })

  it("respects cut-offs, capacities and the days of what is baked to order", () => {
    const lead = new Map(
      PRODUCTS.flatMap((product) =>
        product.variants.map(({ sku }) => [sku, leadDaysOf(product)])
      )
    )
    const places = new Map<string, number>()
    for (const { customer, days_ago, minute, slot, lines } of orders) {
      const { lead_days, cutoff_time, ends_at, starts_at } = TIMES[slot.window]
      const ahead = days_ago - slot.days_ago - lead_days
      expect(
        ahead > 0 || (ahead === 0 && minute < minutesOf(cutoff_time))
      ).toBe(true)
      expect(minutesOf(ends_at)).toBeGreaterThan(minutesOf(starts_at))
      for (const { sku } of lines) {
        expect(lead.get(sku)).toBeLessThanOrEqual(days_ago - slot.days_ago)
      }
      const key = `${customers[customer].district} ${slot.days_ago} ${slot.window}`
      places.set(key, (places.get(key) ?? 0) + 1)
      expect(places.get(key)).toBeLessThanOrEqual(
        TIMES[slot.window].capacity_orders
      )
    }
  })

  it("is busier before the weekend than after it", () => {
    const onWeekday = (weekday: number) =>
      orders.filter(
        ({ days_ago }) =>
          ((((FRIDAY - 1 - days_ago) % 7) + 7) % 7) + 1 === weekday
      ).length
    expect(onWeekday(5) + onWeekday(6)).toBeGreaterThan(
      1.2 * (onWeekday(1) + onWeekday(2))
    )
  })

  it("knows regulars, people who came once, and people who stopped coming", () => {
    const counts = new Map<number, number>()
    for (const { customer } of orders) {
      counts.set(customer, (counts.get(customer) ?? 0) + 1)
    }
    const of = (kind: string) =>
      customers.flatMap(({ habit }, index) =>
        habit.kind === kind ? [counts.get(index) ?? 0] : []
      )
    expect(Math.max(...of("once"))).toBe(1)
    expect(Math.max(...of("never"))).toBe(0)
    expect(of("regular").filter((count) => count > 10).length).toBeGreaterThan(
      40
    )
    for (const { customer, days_ago } of orders) {
      if (customers[customer].habit.kind === "lapsed") {
        expect(days_ago).toBeGreaterThan(40)
      }
    }
  })

  it("gives the customer with the log-in a past", () => {
    const own = orders.filter(({ customer }) => customer === 0)
    expect(own.length).toBeGreaterThan(8)
  })

  it("dates orders in sequence and adds up to the cent", () => {
    const prices = new Map(
      PRODUCTS.flatMap(({ variants }) =>
        variants.map(({ sku, price }) => [sku, price])
      )
    )
    const keys = new Set<string>()
    for (const order of orders.slice(0, 500)) {
      const dated = dateOrder(order, "2026-11-20", ZONE)
      keys.add(dated.key)
      expect(dated.packed_at > dated.placed_at).toBe(true)
      expect(dated.delivered_at > dated.packed_at).toBe(true)
      const goods = order.lines.reduce(
        (sum, { sku, quantity }) => sum + (prices.get(sku) ?? NaN) * quantity,
        0
      )
      expect(dated.total).toBeCloseTo(goods + TIMES[order.slot.window].price, 6)
    }
    expect(keys.size).toBe(500)
  })

  it("keeps wall times over a change of the clocks", () => {
    const [order] = orders.filter(({ slot }) => slot.window === 0)
    // The clocks go back on the first Sunday of November.
    const at = (today: string) =>
      dateOrder(
        { ...order, days_ago: 10, slot: { days_ago: 9, window: 0 } },
        today,
        ZONE
      ).delivered_at
    const minutes = order.delivered_after
    const before = new Date("2026-10-31T17:00:00Z").getTime()
    const after = new Date("2026-11-01T18:00:00Z").getTime()
    expect(at("2026-11-09").getTime()).toBe(before + minutes * 60_000)
    expect(at("2026-11-10").getTime()).toBe(after + minutes * 60_000)
  })
})
