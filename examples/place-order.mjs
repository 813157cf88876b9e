/**
 * Places an order into a delivery slot, as a storefront does: unmodified
 * js-sdk, nothing but the public store API.
 *
 *   npm run demo:order                      to the Mission, San Francisco
 *   npm run demo:order -- 37.7527 -122.4938 to any other place (lat lng)
 *
 * The shop must be running (`npm start`); its address and key are read from
 * .cornerstore/demo.json.
 */
import { readFileSync } from "node:fs"

import sdkModule from "@medusajs/js-sdk"

const Medusa = sdkModule.default ?? sdkModule
const [lat = 37.7599, lng = -122.4148] = process.argv.slice(2).map(Number)

const demo = readDemo()
const sdk = new Medusa({
  baseUrl: demo.url,
  publishableKey: demo.publishable_key,
})

const address = {
  first_name: "Anna",
  last_name: "Example",
  address_1: "1 Demo Street",
  city: "San Francisco",
  province: "CA",
  country_code: "us",
  postal_code: "94110",
  metadata: { lat, lng },
}

const { products } = await sdk.store.product.list({
  region_id: demo.region_id,
  fields: "title,*variants",
  handle: "lemon-tart",
  limit: 1,
})
const { cart } = await sdk.store.cart.create({
  region_id: demo.region_id,
  sales_channel_id: demo.sales_channel_id,
  email: "anna@example.com",
  items: [{ variant_id: products[0].variants[0].id, quantity: 1 }],
  shipping_address: address,
  billing_address: address,
})

const { slots, district, reason } = await sdk.client.fetch(
  `/store/carts/${cart.id}/delivery-slots`
)
const slot = slots.find(({ state }) => state === "open")
if (!slot) {
  fail(`No slot is open for ${lat}, ${lng}${reason ? ` (${reason})` : ""}.`)
}
await sdk.client.fetch(`/store/carts/${cart.id}/delivery-slot`, {
  method: "POST",
  body: { slot_id: slot.id },
})

const { shipping_options } = await sdk.store.fulfillment.listCartOptions({
  cart_id: cart.id,
})
const option = shipping_options.find(({ provider_id }) =>
  provider_id.startsWith("district-delivery")
)
const shipped = await sdk.store.cart.addShippingMethod(cart.id, {
  option_id: option.id,
  data: { slot_id: slot.id },
})
await sdk.store.payment.initiatePaymentSession(shipped.cart, {
  provider_id: "pp_system_default",
})
const completed = await sdk.store.cart.complete(cart.id)
if (completed.type !== "order") {
  fail(completed.error.message)
}

const { order } = completed
const delivery = await bookedDelivery(order.id)
console.log(
  [
    `Order #${order.display_id}: ${products[0].title}, ${order.total} ${order.currency_code.toUpperCase()}`,
    `District  ${district.name}`,
    `Slot      ${slot.date}, ${localTime(slot.starts_at)}–${localTime(slot.ends_at)} (${delivery.slot.time_zone})`,
    `Tracker   ${delivery.tracking_url}`,
    `Dashboard ${demo.url}/app/orders/${order.id}`,
  ].join("\n")
)

/** The place becomes the order's a moment after the order is placed. */
async function bookedDelivery(orderId) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const { delivery } = await sdk.client.fetch(
      `/store/orders/${orderId}/delivery`
    )
    if (delivery) {
      return delivery
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return fail(`Order ${orderId} is placed, but its delivery is not booked yet.`)
}

function localTime(instant) {
  return new Date(instant).toLocaleTimeString("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: delivery.slot.time_zone,
  })
}

function readDemo() {
  try {
    return JSON.parse(
      readFileSync(new URL("../.cornerstore/demo.json", import.meta.url))
    )
  } catch {
    return fail("The demo shop is not running here: start it with npm start.")
  }
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
