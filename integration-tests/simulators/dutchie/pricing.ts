import { dollars, cents, sum } from "./money"
import type { Product } from "./state/catalogue"
import type { Line } from "./state/sales"
import type { Store } from "./store"

export type CartItem = { productId: number; quantity: number }
export type PricedCart = {
  items: Line[]
  subTotal: number
  totalTax: number
  total: number
}

/** The price of a product for a customer, in dollars a unit. */
export function unitPrice(product: Product, medical: boolean): number {
  const own = medical ? product.medPrice : product.recPrice
  return own ?? product.price
}

/**
 * What the register charges. Discounts are listed but never applied by this
 * simulator; tax is a share of the price, rounded per line.
 *
 * @throws RangeError for a product that there is not
 */
export function priceCart(
  store: Store,
  cart: CartItem[],
  medical: boolean
): PricedCart {
  const items = cart.map(({ productId, quantity }): Line => {
    const product = store.product(productId)
    if (!product) {
      throw new RangeError(`Product ${productId} does not exist`)
    }
    const price = unitPrice(product, medical)
    const totalPrice = dollars(Math.round(cents(price) * quantity))
    const rate = product.isTaxable ? store.switches.tax_rate : 0
    return {
      productId,
      productName: product.productName,
      quantity,
      unitPrice: price,
      totalPrice,
      totalDiscount: 0,
      totalTax: dollars(Math.round(cents(totalPrice) * rate)),
    }
  })
  const subTotal = sum(items.map((item) => item.totalPrice))
  const totalTax = sum(items.map((item) => item.totalTax))
  return { items, subTotal, totalTax, total: sum([subTotal, totalTax]) }
}
