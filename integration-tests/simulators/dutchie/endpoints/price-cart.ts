import { z } from "@medusajs/framework/zod"

import { type Answer, json } from "../../shared/answer"
import { caseless } from "../../shared/caseless"
import type { SimRequest } from "../../shared/request"
import { type Endpoint, readBody } from "../endpoint"
import { badRequestText } from "../errors"
import { shortages } from "../orders"
import { priceCart } from "../pricing"
import { PER_MINUTE } from "../rate-limits"
import type { Store } from "../store"
import { itemProblem } from "./submit"

/** `PriceCartRequest` of the OpenAPI description. */
const cartSchema = caseless({
  cart: z.array(
    caseless({ productId: z.int(), quantity: z.number().positive() })
  ),
  customerId: z.int().nullish(),
  customerTypeId: z.int().nullish(),
  isDelivery: z.boolean().nullish(),
  deliveryStreet: z.string().nullish(),
  deliveryStreet2: z.string().nullish(),
  deliveryCity: z.string().nullish(),
  deliveryState: z.string().nullish(),
  deliveryPostalCode: z.string().nullish(),
})

/** What the register would charge; every refusal is plain text. */
export const PRICE_CART: Endpoint = {
  method: "POST",
  path: "/preorder/price-cart",
  role: "PreOrder",
  perMinute: PER_MINUTE.preorderPrice,
  handle: price,
}

function price(store: Store, request: SimRequest): Answer {
  const body = readBody(request, cartSchema)
  if (!body.ok) {
    return badRequestText(`${body.errors[0].propertyName} is not valid`)
  }
  const { cart, customerId, customerTypeId } = body.data
  if (Boolean(customerId) === Boolean(customerTypeId)) {
    return badRequestText("Give either customerId or customerTypeId")
  }
  if (new Set(cart.map(({ productId }) => productId)).size < cart.length) {
    return badRequestText("Each product may be in the cart only once")
  }
  const wrong = itemProblem(store, cart)
  if (wrong) {
    return badRequestText(wrong)
  }
  const [lacking] = shortages(store, cart)
  if (lacking && store.switches.oversell === "bad_request") {
    return badRequestText(
      `Only ${lacking.left} of product ${lacking.productId} available`
    )
  }
  const customer = customerId ? store.customer(customerId) : undefined
  const type = customer
    ? store.customerType(customer.customerType)
    : store.state.customer_types.find(({ id }) => id === customerTypeId)
  if (!type) {
    return badRequestText("The customer or customer type does not exist")
  }
  const { items, subTotal, totalTax, total } = priceCart(
    store,
    cart,
    type.isMedical
  )
  return json({
    cartItemPrices: items.map(
      ({ productName, productId, quantity, totalPrice, totalTax: tax }) => ({
        productName,
        productId,
        quantity,
        subtotal: totalPrice,
        pricingTierAdjustment: null,
        discounts: [],
        tax,
      })
    ),
    subTotal,
    taxes: totalTax,
    discount: 0,
    total,
    originalTotal: total,
    roundedDifference: 0,
  })
}
