import { type CartState, PHASES } from "../overhead/phases"

const shop = {
  publishable_key: "pk",
  region_id: "reg",
  shipping_option_id: "so",
  variant_ids: ["variant_a", "variant_b"],
}
const phase = (id: string) => {
  const found = PHASES.find((each) => each.id === id)
  if (!found) {
    throw new Error(`There is no phase ${id}`)
  }
  return found
}

describe("a guest's way through the shop", () => {
  it("hands ids from one answer to the next request", () => {
    const cart: CartState = {}
    phase("cart").learn?.(cart, { cart: { id: "cart_1" } })
    phase("collection").learn?.(cart, {
      payment_collection: { id: "pay_1" },
    })
    const paths = PHASES.map(({ request }) => request(shop, cart, 3).path)
    expect(paths).toEqual([
      "/store/products",
      "/store/carts",
      "/store/carts/cart_1/line-items",
      "/store/carts/cart_1/shipping-methods",
      "/store/payment-collections",
      "/store/payment-collections/pay_1/payment-sessions",
      "/store/carts/cart_1/complete",
    ])
  })

  it("puts different products into the carts", () => {
    const variants = [0, 1, 2].map(
      (index) => phase("line").request(shop, {}, index).body?.variant_id
    )
    expect(variants).toEqual(["variant_a", "variant_b", "variant_a"])
  })

  it("does not take a refused completion, answered with 200, for an order", () => {
    const { learn } = phase("complete")
    expect(() => learn?.({}, { type: "cart", error: {} })).toThrow("order")
    expect(() =>
      learn?.({}, { type: "order", order: { id: "order_1" } })
    ).not.toThrow()
  })
})
