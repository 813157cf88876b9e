import { tradeOf, PRODUCTS } from "../catalogue"
import { drawCustomers } from "../customers/draw-customers"
import { leadDaysOf } from "../history/basket"
import { chooseUpcomingSlot } from "../orders/choose-slot"
import { DAYS_AHEAD, planOrders } from "../orders/plan-orders"
import { randomFor } from "../random/random"

const productOf = new Map(
  PRODUCTS.flatMap((product) =>
    product.variants.map(({ sku }) => [sku, product] as const)
  )
)

describe("orders placed while the demo is set up", () => {
  const customers = drawCustomers()
  const orders = planOrders(customers)

  it("are the same each time, and of as many customers as orders", () => {
    expect(planOrders(customers)).toEqual(orders)
    expect(new Set(orders.map(({ customer }) => customer)).size).toBe(
      orders.length
    )
    expect(orders.map(({ customer }) => customer)).not.toContain(0)
  })

  it("fill three days evenly, a third of each with work for the POS", () => {
    for (let day = 0; day < DAYS_AHEAD; day++) {
      const ofDay = orders.filter((order) => order.day === day)
      expect(ofDay).toHaveLength(10)
      const cannabis = ofDay.filter(({ lines }) =>
        lines.some(({ sku }) => {
          const product = productOf.get(sku)
          return product && tradeOf(product.category) === "Dispensary"
        })
      )
      expect(cannabis).toHaveLength(3)
    }
  })

  it("have nothing that must be ordered earlier", () => {
    for (const { day, lines } of orders) {
      for (const { sku } of lines) {
        const product = productOf.get(sku)
        expect(product && leadDaysOf(product)).toBeLessThanOrEqual(day)
      }
    }
  })

  it("are paid both ways, some with wishes and a gift", () => {
    const some = [
      orders.filter(({ cash }) => cash),
      orders.filter(({ wishes }) => wishes?.note),
      orders.filter(({ wishes }) => wishes?.gift_wrap && wishes.gift_message),
      orders.filter(({ lines }) => lines.some(({ wishes }) => wishes)),
    ]
    for (const { length } of some) {
      expect(length).toBeGreaterThan(0)
      expect(length).toBeLessThan(orders.length / 2)
    }
  })
})

describe("the slot of such an order", () => {
  const slot = (
    date: string,
    id: string,
    state: "open" | "full" | "closed"
  ) => ({
    ...{ id, date, state },
    district_id: "ddis_1",
    starts_at: `${date}T17:00:00.000Z`,
    ends_at: `${date}T19:00:00.000Z`,
    cutoff_at: `${date}T13:00:00.000Z`,
    price: 4.5,
    currency_code: "usd",
    minimum_order: null,
    free_over: null,
    opens_at: null,
    remaining: 3,
    reason: null,
    recommended: false,
    saved_metres: null,
  })
  const random = randomFor("slot")

  it("is of the day meant, counted from the first that is open", () => {
    const slots = [
      slot("2026-11-20", "past", "closed"),
      slot("2026-11-21", "first", "open"),
      slot("2026-11-22", "full", "full"),
      slot("2026-11-22", "second", "open"),
    ]
    expect(chooseUpcomingSlot(slots, 0, random)?.id).toBe("first")
    expect(chooseUpcomingSlot(slots, 1, random)?.id).toBe("second")
    expect(chooseUpcomingSlot(slots, 2, random)?.id).toBe("second")
  })

  it("is none where nothing is open", () => {
    expect(
      chooseUpcomingSlot([slot("2026-11-20", "x", "full")], 0, random)
    ).toBeUndefined()
  })
})
