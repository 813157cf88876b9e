import type { HttpTypes } from "@medusajs/framework/types"

import type {
  AdminBooking,
  DeliverySlot,
  ListBookingsResponse,
  OrderDelivery,
} from "../../../src/sdk/types"
import type { Headers } from "../../helpers/actors"
import type { HttpClient } from "../../helpers/http-client"
import type { TestShop } from "../../helpers/shop"
import {
  cartAt,
  chooseShippingAndPay,
  type Place,
  placeOrder,
  type Storefront,
} from "../../helpers/storefront"
import { waitFor } from "../../helpers/wait-for"

export type DeliveryOrder = {
  order: HttpTypes.StoreOrder
  slot: DeliverySlot
  delivery: OrderDelivery
}

/** How long a busy machine may take from the order to its booking. */
const BOOKED_MS = 60_000

/** The first open slot of a cart's address. */
export async function firstOpenSlot(
  sdk: Storefront,
  cartId: string
): Promise<DeliverySlot> {
  const { slots } = await sdk.cornerstore.delivery.listSlots(cartId)
  const slot = slots.find(({ state }) => state === "open")
  if (!slot) {
    throw new Error(`No open slot for cart ${cartId}`)
  }
  return slot
}

/** Orders a cake into the first open slot of a place, as a customer does. */
export async function orderIntoSlot(
  sdk: Storefront,
  shop: TestShop,
  place: Place
): Promise<DeliveryOrder> {
  const cartId = await cartAt(sdk, shop, place)
  const slot = await firstOpenSlot(sdk, cartId)
  await sdk.cornerstore.delivery.holdSlot(cartId, slot.id)
  const order = await placeDeliveryOrder(sdk, shop, cartId, slot.id)
  return { order, slot, delivery: await bookedDelivery(sdk, order.id) }
}

/** Pays and orders what a cart with a held slot has in it. */
export async function placeDeliveryOrder(
  sdk: Storefront,
  shop: TestShop,
  cartId: string,
  slotId: string
): Promise<HttpTypes.StoreOrder> {
  await chooseShippingAndPay(sdk, cartId, shop.delivery_option_id, {
    slot_id: slotId,
  })
  return placeOrder(sdk, cartId)
}

/** Waits until an order has its place. */
export function bookedDelivery(
  sdk: Storefront,
  orderId: string
): Promise<OrderDelivery> {
  return waitFor(
    `the booking of order ${orderId}`,
    async () => {
      const found = await sdk.cornerstore.delivery.retrieveForOrder(orderId)
      return found.delivery
    },
    BOOKED_MS
  )
}

/** The booking of an order as the owner sees it. */
export async function bookingOf(
  api: HttpClient,
  admin: { headers: Headers },
  orderId: string
): Promise<AdminBooking> {
  const { data } = await api.get<ListBookingsResponse>(
    `/admin/delivery/bookings?order_id=${orderId}`,
    admin
  )
  const [booking] = data.bookings
  if (!booking) {
    throw new Error(`Order ${orderId} has no booking`)
  }
  return booking
}

/** Titles of the owner's feed (the bell in the dashboard), newest first. */
export async function feedTitles(
  api: HttpClient,
  admin: { headers: Headers }
): Promise<string[]> {
  const { data } = await api.get<{
    notifications: { data: { title: string } }[]
  }>("/admin/notifications?channel=feed&limit=100&order=-created_at", admin)
  return data.notifications.map((notification) => notification.data.title)
}
