import { productSeedSchema } from "../../../integration-tests/simulators/dutchie/counter/seed-catalogue"
import { PRODUCTS, tradeOf } from "../catalogue"
import { dutchieCatalogue } from "../catalogue/dutchie"

describe("the dispensary's register", () => {
  const catalogue = dutchieCatalogue()

  it("carries each variant of the dispensary under its SKU and price", () => {
    const sold = PRODUCTS.filter(
      ({ category }) => tradeOf(category) === "Dispensary"
    ).flatMap(({ variants }) =>
      variants.map(({ sku, price }) => `${sku} ${price}`)
    )
    expect(catalogue.map(({ sku, price }) => `${sku} ${price}`)).toEqual(sold)
  })

  it("is taken by the simulator", () => {
    for (const product of catalogue) {
      expect(productSeedSchema.safeParse(product).error).toBeUndefined()
    }
  })
})
