import Medusa from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/framework/types"

import { Cornerstore, withCornerstore } from "../../src/sdk"

import type { TestShop } from "./shop"

export type Storefront = Medusa & { cornerstore: Cornerstore }

/** Unmodified js-sdk with our extension, as a storefront makes it. */
export function storefront(baseUrl: string, shop: TestShop): Storefront {
  return withCornerstore(
    new Medusa({ baseUrl, publishableKey: shop.publishable_key })
  )
}

export type Place = {
  lat?: number
  lng?: number
  postal_code?: string
  address_1?: string
}

const address = ({
  lat,
  lng,
  postal_code = "94110",
  address_1 = "1 Test Street",
}: Place) => ({
  first_name: "Ada",
  last_name: "Buyer",
  address_1,
  city: "San Francisco",
  // A register asks for it.
  province: "us-ca",
  country_code: "us",
  postal_code,
  metadata: lat === undefined ? {} : { lat, lng },
})

/** A cart with one cake, at an address. */
export async function cartAt(
  sdk: Storefront,
  shop: TestShop,
  place: Place
): Promise<string> {
  const { cart } = await sdk.store.cart.create({
    region_id: shop.region_id,
    sales_channel_id: shop.sales_channel_id,
    email: "ada@example.com",
    items: [{ variant_id: shop.variant_id, quantity: 1 }],
    shipping_address: address(place),
    billing_address: address(place),
  })
  return cart.id
}

export async function moveCart(
  sdk: Storefront,
  cartId: string,
  place: Place
): Promise<void> {
  await sdk.store.cart.update(cartId, { shipping_address: address(place) })
}

/** Chooses a shipping option and pays with the system provider. */
export async function chooseShippingAndPay(
  sdk: Storefront,
  cartId: string,
  optionId: string,
  data: Record<string, unknown> = {}
): Promise<void> {
  const { cart } = await sdk.store.cart.addShippingMethod(cartId, {
    option_id: optionId,
    data,
  })
  await sdk.store.payment.initiatePaymentSession(cart, {
    provider_id: "pp_system_default",
  })
}

/**
 * Places the order of a cart.
 *
 * @throws Error with Medusa's message when the cart was not completed
 */
export async function placeOrder(
  sdk: Storefront,
  cartId: string
): Promise<HttpTypes.StoreOrder> {
  const answer = await sdk.store.cart.complete(cartId)
  if (answer.type !== "order") {
    throw new Error(answer.error.message)
  }
  return answer.order
}
