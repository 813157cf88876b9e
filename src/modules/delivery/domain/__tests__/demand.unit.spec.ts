import { demandOf, goodsValue, GoodsLine } from "../demand"

const line = (change: Partial<GoodsLine> = {}): GoodsLine => ({
  product_id: "prod_b",
  quantity: 1,
  unit_price: 10,
  weight_grams: 500,
  ...change,
})

describe("demandOf", () => {
  it("weighs all pieces, takes one stop and names each product once, in order", () => {
    expect(
      demandOf(
        [
          line({ quantity: 3 }),
          line({ product_id: "prod_a", weight_grams: 0.4 }),
          line({ quantity: 2, weight_grams: 0 }),
          line({ product_id: null, weight_grams: 20 }),
        ],
        12
      )
    ).toEqual({
      weight_grams: 1_521,
      minutes: 12,
      products: [
        { product_id: "prod_a", quantity: 1 },
        { product_id: "prod_b", quantity: 5 },
      ],
    })
  })

  it("is nothing for an empty cart and stays within what a slot can count", () => {
    expect(demandOf([], 0)).toEqual({
      weight_grams: 0,
      minutes: 0,
      products: [],
    })
    expect(
      demandOf([line({ quantity: 1e9, weight_grams: 1e6 })], 0).weight_grams
    ).toBe(10_000_000)
  })
})

describe("goodsValue", () => {
  it("adds cents without losing one", () => {
    expect(goodsValue([line({ unit_price: 19.99, quantity: 3 })])).toBe(59.97)
    expect(
      goodsValue([line({ unit_price: 0.1 }), line({ unit_price: 0.2 })])
    ).toBe(0.3)
  })
})
