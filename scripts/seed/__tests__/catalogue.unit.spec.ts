import { CATEGORIES, PRODUCTS, tradeOf } from "../catalogue"
import { leadDaysOf } from "../history/basket"

describe("catalogue of the demo shop", () => {
  const variants = PRODUCTS.flatMap((product) => product.variants)

  it("sells about sixty products in three trades", () => {
    const trades = CATEGORIES.map(({ name }) => [
      name,
      PRODUCTS.filter(({ category }) => tradeOf(category) === name).length,
    ])
    expect(Object.fromEntries(trades)).toEqual({
      Bakery: 22,
      "Wine and beer": 20,
      Dispensary: 18,
    })
  })

  it("puts something on every shelf", () => {
    const filled = new Set(PRODUCTS.map(({ category }) => category))
    expect([...filled].sort()).toEqual(
      CATEGORIES.flatMap(({ children }) => [...children]).sort()
    )
  })

  it("gives each product, variant and SKU a name of its own", () => {
    const unique = <T>(values: T[]) => new Set(values).size
    expect(unique(PRODUCTS.map(({ handle }) => handle))).toBe(PRODUCTS.length)
    expect(unique(PRODUCTS.map(({ title }) => title))).toBe(PRODUCTS.length)
    expect(unique(variants.map(({ sku }) => sku))).toBe(variants.length)
    for (const { variants: own } of PRODUCTS) {
      expect(unique(own.map(({ title }) => title))).toBe(own.length)
    }
  })

  it("prices in cents and weighs everything", () => {
    for (const { price, grams } of variants) {
      expect(price).toBeGreaterThan(0)
      expect(Math.round(price * 100)).toBeCloseTo(price * 100, 6)
      expect(grams).toBeGreaterThan(0)
    }
  })

  it("asks the age for wine, beer and cannabis, and for nothing else", () => {
    for (const { category, metadata } of PRODUCTS) {
      const age =
        metadata && "minimum_age" in metadata ? metadata.minimum_age : null
      expect(age).toBe(tradeOf(category) === "Bakery" ? null : 21)
    }
  })

  it("marks what is baked to order with a tag and its days", () => {
    const ahead = PRODUCTS.filter((product) => leadDaysOf(product) > 0)
    expect(ahead.map(({ tags }) => tags)).toEqual(
      ahead.map(() => ["Pre-order"])
    )
    expect(ahead.length).toBeGreaterThan(3)
  })

  it("says of each cannabis product what a purchase limit asks", () => {
    const counted = PRODUCTS.flatMap(({ metadata }) =>
      metadata && "compliance_class" in metadata ? [metadata] : []
    )
    expect(counted).toHaveLength(18)
    for (const { thc_percent, thc_mg, ...own } of counted) {
      expect(thc_percent === null).toBe(thc_mg !== null)
      expect(own.net_weight_grams).toBeGreaterThan(0)
      expect(own.flower_equivalent_grams > 0).toBe(
        own.compliance_class !== "topical"
      )
    }
  })

  it("knows no trade for what nobody sells", () => {
    expect(() => tradeOf("Tyres")).toThrow(/Tyres/)
  })
})
