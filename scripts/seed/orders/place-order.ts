import {
  addShippingMethodToCartWorkflow,
  completeCartWorkflow,
  createCartWorkflow,
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
} from "@medusajs/medusa/core-flows"

import type { Instructions } from "../../../src/sdk/types"
import { holdDeliverySlotWorkflow } from "../../../src/workflows/delivery/hold-delivery-slot"
import { listCartSlots } from "../../../src/workflows/delivery/list-cart-slots"
import { INSTRUCTIONS_KEY } from "../../../src/workflows/instructions/instructions"
import type { SeedContext } from "../context"
import type { DemoCustomer } from "../customers/draw-customers"
import { randomFor } from "../random/random"
import type { Shop } from "../shop"
import { chooseUpcomingSlot } from "./choose-slot"
import type { PlannedOrder } from "./plan-orders"

/** What every order is placed with. */
export type Counter = {
  shop: Shop
  shipping_option_id: string
  card_provider_id: string
  cash_provider_id: string
  /** Variant ids by SKU. */
  variants: Map<string, string>
}

export type PlacedOrder = {
  order_id: string
  cart_id: string
  /** The shop's day of its delivery. */
  date: string
}

const CURRENCY = "usd"

/**
 * Places an order as the storefront does: cart, address, slot, shipping method,
 * payment, completion. Every hook and guard of the shop has its say.
 *
 * @returns null when no slot is open where the customer lives
 */
export async function placeOrder(
  { container, query }: SeedContext,
  order: PlannedOrder,
  customer: DemoCustomer & { id: string },
  counter: Counter
): Promise<PlacedOrder | null> {
  const { shop } = counter
  const address = addressOf(customer)
  // Slots are a matter of the address; the cart follows once one is open.
  const destination = {
    id: "",
    currency_code: CURRENCY,
    shipping_address: address,
  }
  const { slots } = await listCartSlots(destination, {}, new Date(), container)
  const random = randomFor("slot ahead", customer.email)
  const slot = chooseUpcomingSlot(slots, order.day, random)
  if (!slot) {
    return null
  }
  const { result: cart } = await createCartWorkflow(container).run({
    input: {
      region_id: shop.region_id,
      sales_channel_id: shop.sales_channel_id,
      currency_code: CURRENCY,
      customer_id: customer.id,
      email: customer.email,
      shipping_address: address,
      billing_address: address,
      metadata: wished(order.wishes),
      items: order.lines.flatMap(({ sku, quantity, wishes }) => {
        const variant_id = counter.variants.get(sku)
        return variant_id
          ? [{ variant_id, quantity, metadata: wished(wishes) }]
          : []
      }),
    },
  })
  const cart_id = cart.id
  await holdDeliverySlotWorkflow(container).run({
    input: { cart_id, slot_id: slot.id },
  })
  await addShippingMethodToCartWorkflow(container).run({
    input: {
      cart_id,
      options: [{ id: counter.shipping_option_id, data: { slot_id: slot.id } }],
    },
  })
  await createPaymentCollectionForCartWorkflow(container).run({
    input: { cart_id },
  })
  const { data: links } = await query.graph({
    entity: "cart_payment_collection",
    fields: ["payment_collection_id"],
    filters: { cart_id },
  })
  await createPaymentSessionsWorkflow(container).run({
    input: {
      payment_collection_id: links[0].payment_collection_id,
      provider_id: order.cash
        ? counter.cash_provider_id
        : counter.card_provider_id,
      customer_id: customer.id,
    },
  })
  const { result: placed } = await completeCartWorkflow(container).run({
    input: { id: cart_id },
  })
  return { order_id: placed.id, cart_id, date: slot.date }
}

function addressOf({
  first_name,
  last_name,
  phone,
  address: { address_2, ...address },
}: DemoCustomer) {
  return {
    first_name,
    last_name,
    phone,
    ...address,
    ...(address_2 ? { address_2 } : {}),
  }
}

function wished(wishes: Instructions | null): Record<string, unknown> {
  return wishes ? { [INSTRUCTIONS_KEY]: wishes } : {}
}
