import { ambiguousSkus, distinctProducts, isImplausible } from "../catalogue"
import { orderReference } from "../reference"
import { turnDueBefore } from "../turn"

const product = (external_id: string, sku: string | null) => ({
  external_id,
  sku,
  name: external_id,
})

describe("a catalogue answer", () => {
  it("is believed unless it is empty or lost half of the products", () => {
    expect(isImplausible(0, 0)).toBe(false)
    expect(isImplausible(3, 0)).toBe(true)
    expect(isImplausible(9, 1)).toBe(false)
    expect(isImplausible(100, 49)).toBe(true)
    expect(isImplausible(100, 50)).toBe(false)
  })

  it("lists a product once, and a SKU of two products is ambiguous", () => {
    const products = [
      product("1", "A"),
      product("1", "A"),
      product("2", "B"),
      product("3", "B"),
      product("4", null),
      product("5", null),
    ]
    expect(distinctProducts(products)).toHaveLength(5)
    expect([...ambiguousSkus(products)]).toEqual(["B"])
  })
})

describe("an order's name at the POS", () => {
  it("is the number the customer knows and a piece of its id", () => {
    expect(orderReference(1042, "order_01JDABCDEFGHJKMNPQRST7qx3zk")).toBe(
      "1042-7QX3ZK"
    )
  })
})

describe("the turn of a connection", () => {
  const NOW = new Date("2026-05-01T10:00:00Z")
  const secondsAgo = (failures: number) =>
    (NOW.getTime() - turnDueBefore(NOW, 60_000, failures).getTime()) / 1_000

  it("comes a little early, and more seldom while calls fail", () => {
    expect([0, 1, 2, 4, 50].map(secondsAgo)).toEqual([54, 108, 216, 864, 864])
  })
})
