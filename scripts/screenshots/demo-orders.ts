import Medusa from "@medusajs/js-sdk"

import { withCornerstore } from "../../src/sdk"
import type { Demo } from "./demo"

const NEIGHBOURS = [
  { first_name: "Mia", last_name: "Nguyen", postal_code: "94110" },
  { first_name: "Sam", last_name: "Ortega", postal_code: "94102" },
  { first_name: "Priya", last_name: "Raman", postal_code: "94114" },
  { first_name: "Leo", last_name: "Fischer", postal_code: "94117" },
  { first_name: "Ana", last_name: "Castillo", postal_code: "94107" },
  { first_name: "Tom", last_name: "Whitaker", postal_code: "94103" },
  { first_name: "Wei", last_name: "Chen", postal_code: "94110" },
  { first_name: "Grace", last_name: "O'Connell", postal_code: "94123" },
]

type Neighbour = (typeof NEIGHBOURS)[number]
type Store = ReturnType<typeof storeOf>

const storeOf = (demo: Demo) =>
  withCornerstore(
    new Medusa({ baseUrl: demo.url, publishableKey: demo.publishable_key })
  )

/** Places the orders the pictures show, as customers of the demo shop would. */
export async function placeDemoOrders(demo: Demo): Promise<void> {
  const store = storeOf(demo)
  const { products } = await store.store.product.list({
    region_id: demo.region_id,
    fields: "id,variants.id",
  })
  const variants = products.flatMap((product) =>
    (product.variants ?? []).slice(0, 1).map(({ id }) => id)
  )
  for (const [index, neighbour] of NEIGHBOURS.entries()) {
    const variantId = variants[index % variants.length]
    if (variantId) {
      await placeOrder(store, demo, neighbour, variantId, index)
    }
  }
}

/** @throws Error when the neighbour's address is offered no open slot */
async function placeOrder(
  sdk: Store,
  demo: Demo,
  { postal_code, ...name }: Neighbour,
  variantId: string,
  index: number
): Promise<void> {
  const address = {
    ...name,
    address_1: `${100 + index} Valencia Street`,
    city: "San Francisco",
    country_code: "us",
    postal_code,
  }
  const { cart } = await sdk.store.cart.create({
    region_id: demo.region_id,
    email: `${name.first_name.toLowerCase()}@example.com`,
    items: [{ variant_id: variantId, quantity: 1 + (index % 3) }],
    shipping_address: address,
    billing_address: address,
  })
  const { slots } = await sdk.cornerstore.delivery.listSlots(cart.id)
  const open = slots.filter(({ state }) => state === "open")
  const slot = open[Math.floor(index / 3)]
  if (!slot) {
    throw new Error(`No open slot for ${postal_code}: does it have windows?`)
  }
  await sdk.cornerstore.delivery.holdSlot(cart.id, slot.id)

  const { shipping_options } = await sdk.store.fulfillment.listCartOptions({
    cart_id: cart.id,
  })
  const option = shipping_options.find(({ provider_id }) =>
    provider_id.includes("district-delivery")
  )
  if (!option) {
    throw new Error("The demo shop has no shipping option of our provider.")
  }
  const { cart: ready } = await sdk.store.cart.addShippingMethod(cart.id, {
    option_id: option.id,
    data: { slot_id: slot.id },
  })
  await sdk.store.payment.initiatePaymentSession(ready, {
    provider_id: "pp_system_default",
  })
  const answer = await sdk.store.cart.complete(cart.id)
  if (answer.type !== "order") {
    throw new Error(`The demo order was refused: ${answer.error.message}`)
  }
}
