import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import type {
  AdminBooking,
  AdminOrderDeliveryResponse,
  DeliverySlot,
  ListAuditResponse,
  ListBookingsResponse,
} from "../../../src/sdk/types"
import { Headers, signedInAdmin } from "../../helpers/actors"
import {
  createDeliveryNetwork,
  DeliveryNetwork,
} from "../../helpers/delivery-network"
import { HttpClient, httpClient, refusal } from "../../helpers/http-client"
import { createTestShop, TestShop } from "../../helpers/shop"
import {
  cartAt,
  chooseShippingAndPay,
  moveCart,
  placeOrder,
  Storefront,
  storefront,
} from "../../helpers/storefront"
import { waitFor } from "../../helpers/wait-for"

jest.setTimeout(120_000)

medusaIntegrationTestRunner({
  testSuite: ({ api: runner, getContainer }) => {
    let api: HttpClient
    let admin: { headers: Headers; user: { id: string } }
    let shop: TestShop
    let sdk: Storefront
    let places: DeliveryNetwork["places"]
    let outside: DeliveryNetwork["outside"]

    beforeAll(async () => {
      const container = getContainer()
      // Its errors are plain; axios' hold sockets, which Jest cannot report.
      api = httpClient(runner.defaults.baseURL)
      admin = await signedInAdmin(container, api)
      shop = await createTestShop(container)
      sdk = storefront(runner.defaults.baseURL, shop)
      ;({ places, outside } = await createDeliveryNetwork(api, admin, {
        capacity: 1,
      }))
    })

    /** The first open slot of a cart's address. */
    const firstOpenSlot = async (cartId: string): Promise<DeliverySlot> => {
      const { slots } = await sdk.cornerstore.delivery.listSlots(cartId)
      const slot = slots.find(({ state }) => state === "open")
      if (!slot) {
        throw new Error(`No open slot for cart ${cartId}`)
      }
      return slot
    }

    const bookings = async (query: string): Promise<AdminBooking[]> => {
      const { data } = await api.get<ListBookingsResponse>(
        `/admin/delivery/bookings?${query}`,
        admin
      )
      return data.bookings
    }

    it("takes an order into a slot of the address's district and delivers it once, audited", async () => {
      const cartId = await cartAt(sdk, shop, places[0])
      const { slots, district, reason } =
        await sdk.cornerstore.delivery.listSlots(cartId)
      expect(district?.name).toBe(places[0].district)
      expect(reason).toBeNull()
      expect(new Set(slots.map((slot) => slot.district_id))).toEqual(
        new Set([district?.id])
      )
      const slot = await firstOpenSlot(cartId)
      expect(slot).toMatchObject({
        price: 4.5,
        currency_code: "usd",
        remaining: 1,
      })

      const { hold } = await sdk.cornerstore.delivery.holdSlot(cartId, slot.id)
      expect(hold.slot_id).toBe(slot.id)
      expect(Date.parse(hold.expires_at)).toBeGreaterThan(Date.now())

      await chooseShippingAndPay(sdk, cartId, shop.delivery_option_id, {
        slot_id: slot.id,
      })
      const order = await placeOrder(sdk, cartId)
      expect(order.shipping_total).toBe(4.5)
      expect(order.total).toBe(34.5)

      const booked = await waitFor("the booking of the order", async () => {
        const { delivery } = await sdk.cornerstore.delivery.retrieveForOrder(
          order.id
        )
        return delivery
      })
      expect(booked).toMatchObject({
        stage: "booked",
        slot: {
          id: slot.id,
          date: slot.date,
          district: { name: places[0].district },
        },
      })
      expect(booked.tracking_url).toContain(`/track/${booked.tracking_token}`)

      const [row] = await bookings(`order_id=${order.id}`)
      expect(row).toMatchObject({
        status: "booked",
        district: { name: places[0].district },
        order: { id: order.id, total: 34.5, customer_name: "Ada Buyer" },
        slot: { reserved_orders: 1, capacity_orders: 1 },
      })

      for (const _ of [1, 2]) {
        const { data } = await api.post<{ booking: AdminBooking }>(
          `/admin/delivery/bookings/${row.id}/delivered`,
          {},
          admin
        )
        expect(data.booking.status).toBe("delivered")
      }
      const medusa = await api.get<{ order: { fulfillment_status: string } }>(
        `/admin/orders/${order.id}?fields=id,fulfillment_status`,
        admin
      )
      expect(medusa.data.order.fulfillment_status).toBe("delivered")
      const { data: onOrder } = await api.get<AdminOrderDeliveryResponse>(
        `/admin/orders/${order.id}/delivery`,
        admin
      )
      expect(onOrder.delivery).toMatchObject({
        booking_id: row.id,
        status: "delivered",
        stage: "delivered",
      })

      const { data: audit } = await api.get<ListAuditResponse>(
        `/admin/audit-entries?action=delivery.delivered&resource_id=${order.id}`,
        admin
      )
      expect(audit.entries).toHaveLength(1)
      expect(audit.entries[0]).toMatchObject({
        actor_type: "user",
        actor_id: admin.user.id,
        details: { booking_id: row.id, slot_id: slot.id },
      })
    })

    it("refuses a full slot with 409 and books nothing", async () => {
      const first = await cartAt(sdk, shop, places[0])
      const second = await cartAt(sdk, shop, places[0])
      const slot = await firstOpenSlot(first)
      await sdk.cornerstore.delivery.holdSlot(first, slot.id)

      const refused = await refusal(
        api.post(
          `/store/carts/${second}/delivery-slot`,
          { slot_id: slot.id },
          shop
        )
      )
      expect(refused.status).toBe(409)
      expect(refused.data).toMatchObject({ code: "slot_full" })
      expect(refused.data.message).toContain(slot.id)

      const { slots } = await sdk.cornerstore.delivery.listSlots(second)
      expect(slots.find(({ id }) => id === slot.id)).toMatchObject({
        state: "full",
        remaining: 0,
      })
      expect(
        (await bookings("status=held")).map(({ cart_id }) => cart_id)
      ).toEqual([first])
    })

    it("sells one place once when many carts race for it", async () => {
      // One after the other: Medusa makes the guest's customer with the first.
      const carts: string[] = []
      while (carts.length < 12) {
        carts.push(await cartAt(sdk, shop, places[0]))
      }
      const slot = await firstOpenSlot(carts[0])
      const answers = await Promise.allSettled(
        carts.map((id) => sdk.cornerstore.delivery.holdSlot(id, slot.id))
      )
      const won = answers.filter(({ status }) => status === "fulfilled")
      const lost = answers.flatMap((answer) =>
        answer.status === "rejected" ? [answer.reason.status] : []
      )
      expect(won).toHaveLength(1)
      expect(lost).toEqual(Array.from({ length: 11 }, () => 409))
    })

    it("says why there are no slots, and knows each address's district", async () => {
      const away = await cartAt(sdk, shop, outside)
      expect(await sdk.cornerstore.delivery.listSlots(away)).toMatchObject({
        slots: [],
        reason: "no_district",
        district: null,
      })
      for (const place of places) {
        const { district } = await sdk.cornerstore.delivery.resolveDistrict({
          lat: place.lat,
          lng: place.lng,
        })
        expect(district?.name).toBe(place.district)
      }
      expect(
        await sdk.cornerstore.delivery.resolveDistrict({
          lat: outside.lat,
          lng: outside.lng,
        })
      ).toEqual({ district: null })
    })

    it("refuses a slot of another district with 422", async () => {
      const here = await cartAt(sdk, shop, places[0])
      const there = await cartAt(sdk, shop, places[1])
      const slot = await firstOpenSlot(there)
      const refused = await refusal(
        api.post(
          `/store/carts/${here}/delivery-slot`,
          { slot_id: slot.id },
          shop
        )
      )
      expect(refused).toMatchObject({
        status: 422,
        data: { code: "slot_not_of_address" },
      })
      expect(await bookings("status=held")).toEqual([])
    })

    it("refuses to complete a cart without a slot, and one whose address moved away", async () => {
      const without = await cartAt(sdk, shop, places[0])
      await chooseShippingAndPay(sdk, without, shop.delivery_option_id)
      const noSlot = await refusal(
        api.post(`/store/carts/${without}/complete`, {}, shop)
      )
      expect(noSlot).toMatchObject({
        status: 400,
        data: { code: "slot_required" },
      })

      const moved = await cartAt(sdk, shop, places[0])
      const slot = await firstOpenSlot(moved)
      await sdk.cornerstore.delivery.holdSlot(moved, slot.id)
      await moveCart(sdk, moved, places[1])
      await chooseShippingAndPay(sdk, moved, shop.delivery_option_id)
      const elsewhere = await refusal(
        api.post(`/store/carts/${moved}/complete`, {}, shop)
      )
      expect(elsewhere).toMatchObject({
        status: 400,
        data: { code: "slot_not_of_address" },
      })
      expect(await bookings("status=committed")).toEqual([])
    })

    it("gives a place back when the cart changes its slot, drops it, or the order is canceled", async () => {
      const cartId = await cartAt(sdk, shop, places[0])
      const { slots } = await sdk.cornerstore.delivery.listSlots(cartId)
      const [first, second] = slots.filter(({ state }) => state === "open")
      await sdk.cornerstore.delivery.holdSlot(cartId, first.id)
      await sdk.cornerstore.delivery.holdSlot(cartId, second.id)
      const held = await bookings("status=held")
      expect(held.map(({ slot }) => slot.id)).toEqual([second.id])
      expect(await remaining(cartId, first.id)).toBe(1)

      await sdk.cornerstore.delivery.releaseSlot(cartId)
      expect(await remaining(cartId, second.id)).toBe(1)

      await sdk.cornerstore.delivery.holdSlot(cartId, first.id)
      await chooseShippingAndPay(sdk, cartId, shop.delivery_option_id)
      const order = await placeOrder(sdk, cartId)
      await waitFor("the booking", async () => {
        const [booking] = await bookings(`order_id=${order.id}&status=booked`)
        return booking
      })
      await api.post(`/admin/orders/${order.id}/cancel`, {}, admin)
      const canceled = await waitFor("the place to come back", async () => {
        const [booking] = await bookings(`order_id=${order.id}&status=released`)
        return booking
      })
      expect(canceled.slot.reserved_orders).toBe(0)
    })

    it("reprices the delivery when the slot changes after shipping was chosen", async () => {
      const cartId = await cartAt(sdk, shop, places[0])
      await chooseShippingAndPay(sdk, cartId, shop.delivery_option_id)
      const before = await sdk.store.cart.retrieve(cartId)
      expect(before.cart.shipping_total).toBe(0)
      const slot = await firstOpenSlot(cartId)
      await sdk.cornerstore.delivery.holdSlot(cartId, slot.id)
      const { cart } = await sdk.store.cart.retrieve(cartId)
      expect(cart.shipping_total).toBe(4.5)
      expect(cart.total).toBe(34.5)
      const priced = await api.post<{ shipping_option: { amount: number } }>(
        `/store/shipping-options/${shop.delivery_option_id}/calculate`,
        { cart_id: cartId, data: {} },
        shop
      )
      expect(priced.data.shipping_option.amount).toBe(4.5)
    })

    it("leaves carts with other shipping untouched", async () => {
      const cartId = await cartAt(sdk, shop, outside)
      await chooseShippingAndPay(sdk, cartId, shop.manual_option_id)
      const order = await placeOrder(sdk, cartId)
      expect(order.shipping_total).toBe(5)
      expect(await sdk.cornerstore.delivery.retrieveForOrder(order.id)).toEqual(
        { delivery: null }
      )
    })

    const remaining = async (cartId: string, slotId: string) => {
      const { slots } = await sdk.cornerstore.delivery.listSlots(cartId)
      return slots.find(({ id }) => id === slotId)?.remaining
    }
  },
})
