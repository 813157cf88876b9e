import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { HttpTypes } from "@medusajs/framework/types"
import Medusa from "@medusajs/js-sdk"

import { drainOutbox } from "../../../src/lib/outbox"
import { EventStream } from "../../../src/lib/sse/__tests__/helpers/event-stream"
import { RUNTIME_MODULE } from "../../../src/modules/runtime"
import { withCornerstore } from "../../../src/sdk"
import type {
  AdminDeliveryWindow,
  AdminOrderDeliveryResponse,
  AdminOrderSlotResponse,
  AdminOrderSlotsResponse,
  ListAuditResponse,
  ListWindowsResponse,
  OrderSlot,
  OrdersWithoutSlotResponse,
  TrackerState,
} from "../../../src/sdk/types"
import { deliveryService } from "../../../src/workflows/delivery/module"
import { listOrdersWithoutSlot } from "../../../src/workflows/delivery/order-slot/orders-without-slot"
import { outboxHandlers } from "../../../src/workflows/runtime/outbox-handlers"
import { registerCustomer, signedInAdmin } from "../../helpers/actors"
import {
  createDeliveryNetwork,
  DeliveryNetwork,
} from "../../helpers/delivery-network"
import { httpClient, refusal } from "../../helpers/http-client"
import {
  createDriver,
  placeDelivery,
  prepareForRoutes,
  publishedRoute,
  RouteShop,
} from "../../helpers/routes"
import { createTestShop } from "../../helpers/shop"
import { storefront } from "../../helpers/storefront"

jest.setTimeout(180_000)

const CARD = "pp_system_default"

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api: runner, getContainer }) => {
    let shop: RouteShop
    let network: DeliveryNetwork
    const streams: EventStream[] = []

    beforeAll(async () => {
      const container = getContainer()
      const api = httpClient(runner.defaults.baseURL)
      const admin = await signedInAdmin(container, api)
      const testShop = await createTestShop(container)
      await prepareForRoutes(container, testShop, { lat: 37.79, lng: -122.39 })
      network = await createDeliveryNetwork(api, admin, { capacity: 3 })
      const sdk = storefront(runner.defaults.baseURL, testShop)
      shop = { api, admin, sdk, shop: testShop }
    })
    afterEach(() => streams.splice(0).forEach((stream) => stream.close()))

    const slotsOf = async (orderId: string) =>
      await shop.sdk.cornerstore.delivery.listSlotsForOrder(orderId)

    /** An open slot other than the one the order has. */
    const another = async (orderId: string): Promise<OrderSlot> => {
      const { slots, booked_slot_id } = await slotsOf(orderId)
      const slot = slots.find(
        ({ id, state }) => state === "open" && id !== booked_slot_id
      )
      if (!slot) {
        throw new Error("No other slot is open.")
      }
      return slot
    }

    const reservedOf = async (slotId: string) =>
      (await deliveryService(getContainer()).retrieveDeliverySlot(slotId))
        .reserved_orders

    const adminSlot = (orderId: string) =>
      `/admin/orders/${orderId}/delivery-slot`

    const setSlot = async (orderId: string, body: object) =>
      (
        await shop.api.post<AdminOrderSlotResponse>(
          adminSlot(orderId),
          body,
          shop.admin
        )
      ).data

    /** What the home page lists once an order has had the time to get its slot. */
    const withoutSlot = async () => {
      const inAMinute = new Date(Date.now() + 60_000)
      const { orders } = await listOrdersWithoutSlot(
        50,
        inAMinute,
        getContainer()
      )
      return orders.map(({ id }) => id)
    }

    const ownersNews = async (title: RegExp): Promise<string[]> => {
      const container = getContainer()
      await drainOutbox({
        runtimeService: container.resolve(RUNTIME_MODULE),
        handlers: outboxHandlers,
        container,
        limit: 50,
        now: () => new Date(),
      })
      const { data } = await shop.api.get<{
        notifications: { data: { title: string; description: string } }[]
      }>("/admin/notifications?channel=feed&limit=100", shop.admin)
      return data.notifications
        .filter(({ data: { title: found } }) => title.test(found))
        .map(({ data: { description } }) => description)
    }

    const windowsOf = async (): Promise<AdminDeliveryWindow[]> => {
      const district = network.districts.find(
        ({ name }) => name === network.places[0].district
      )
      const { data } = await shop.api.get<ListWindowsResponse>(
        `/admin/delivery/windows?district_id=${district?.id}&limit=50`,
        shop.admin
      )
      return data.windows
    }

    /** Changes every window of the district for as long as something is done. */
    const withWindows = async (
      change: object,
      back: object,
      something: () => Promise<void>
    ) => {
      const windows = await windowsOf()
      const set = async (body: object) => {
        for (const { id } of windows) {
          await shop.api.post(`/admin/delivery/windows/${id}`, body, shop.admin)
        }
      }
      await set(change)
      try {
        await something()
      } finally {
        await set(back)
      }
    }

    describe("a customer", () => {
      it("moves her delivery: the place moves, the link stays, everybody hears of it once", async () => {
        const placed = await placeDelivery(shop, network.places[0], CARD)
        const from = (await slotsOf(placed.order_id)).booked_slot_id ?? ""
        const before = await reservedOf(from)
        const to = await another(placed.order_id)
        const reservedTo = await reservedOf(to.id)
        const stream = await EventStream.open(
          `${runner.defaults.baseURL}${placed.track}/events`
        )
        streams.push(stream)
        await stream.untilEvents(1)

        const { delivery } = await shop.sdk.cornerstore.delivery.changeSlot(
          placed.order_id,
          to.id
        )
        expect(delivery?.slot).toMatchObject({ id: to.id, date: to.date })
        expect(`/track/${delivery?.tracking_token}`).toBe(placed.track)
        expect(await reservedOf(from)).toBe(before - 1)
        expect(await reservedOf(to.id)).toBe(reservedTo + 1)

        await stream.until(() =>
          stream.events.some(
            ({ data }) => (data as TrackerState).starts_at === to.starts_at
          )
        )

        // The same slot again is no change.
        await shop.sdk.cornerstore.delivery.changeSlot(placed.order_id, to.id)
        expect(await reservedOf(to.id)).toBe(reservedTo + 1)
        const { data } = await shop.api.get<ListAuditResponse>(
          `/admin/audit-entries?action=delivery.slot_changed&resource_id=${placed.order_id}`,
          shop.admin
        )
        expect(data.entries).toHaveLength(1)
        expect(data.entries[0]).toMatchObject({
          actor_type: "customer",
          details: { number: 1, from_slot_id: from, to_slot_id: to.id },
        })
        const news = new RegExp(
          `moved the delivery of order #${placed.display_id}$`
        )
        expect(await ownersNews(news)).toEqual([expect.stringMatching(/ → /)])
        expect(await ownersNews(news)).toHaveLength(1)
      })

      it("is refused a full slot, one of elsewhere, and one that is not", async () => {
        const placed = await placeDelivery(shop, network.places[0], CARD)
        const to = await another(placed.order_id)
        const other = await placeDelivery(shop, network.places[1], CARD)
        const elsewhere = (await slotsOf(other.order_id)).booked_slot_id ?? ""
        const fill = deliveryService(getContainer())
        for (let left = to.remaining; left > 0; left--) {
          await fill.holdPlace({
            cart_id: `cart_${to.id}_${left}`,
            slot_id: to.id,
            demand: { weight_grams: 0, minutes: 0, products: [] },
            expires_at: new Date(Date.now() + 600_000),
            now: new Date(),
          })
        }
        const change = (slot: string) =>
          shop.sdk.cornerstore.delivery.changeSlot(placed.order_id, slot)
        await expect(change(to.id)).rejects.toMatchObject({ status: 409 })
        await expect(change(elsewhere)).rejects.toMatchObject({ status: 422 })
        await expect(change("dslot_none")).rejects.toMatchObject({
          status: 404,
        })
        expect((await slotsOf(placed.order_id)).booked_slot_id).not.toBe(to.id)
        for (let left = to.remaining; left > 0; left--) {
          await fill.releaseHold(`cart_${to.id}_${left}`, "dropped", new Date())
        }
      })

      it("is offered nothing dearer than what she paid, and gets nothing dearer", async () => {
        const placed = await placeDelivery(shop, network.places[0], CARD)
        await withWindows({ price: 9 }, { price: 4.5 }, async () => {
          const { slots, booked_slot_id, change } = await slotsOf(
            placed.order_id
          )
          expect(change).toMatchObject({ is_open: true, charged: 4.5 })
          const dearer = slots.find(
            ({ id, reason }) => reason === "dearer" && id !== booked_slot_id
          )
          expect(dearer).toMatchObject({ price: 9, state: "closed" })
          expect(slots.filter(({ state }) => state === "open")).toEqual([])
          await expect(
            shop.sdk.cornerstore.delivery.changeSlot(
              placed.order_id,
              dearer?.id ?? ""
            )
          ).rejects.toMatchObject({
            status: 422,
            message: expect.stringMatching(/costs more than/),
          })
        })
      })

      it("can do so until the cut-off of the slot she has", async () => {
        const placed = await placeDelivery(shop, network.places[0], CARD)
        const to = await another(placed.order_id)
        const { booked_slot_id } = await slotsOf(placed.order_id)
        await deliveryService(getContainer()).updateDeliverySlots({
          id: booked_slot_id ?? "",
          cutoff_at: new Date(Date.now() - 60_000),
        })
        expect((await slotsOf(placed.order_id)).change).toMatchObject({
          is_open: false,
          reason: "cut_off",
        })
        await expect(
          shop.sdk.cornerstore.delivery.changeSlot(placed.order_id, to.id)
        ).rejects.toMatchObject({
          status: 422,
          message: expect.stringMatching(/Ask the shop/),
        })
        // The shop can still.
        const moved = await setSlot(placed.order_id, { slot_id: to.id })
        expect(moved.delivery_slot?.id).toBe(to.id)
      })

      it("finds nothing of somebody else's order", async () => {
        const sdkOf = (authorization: string) =>
          withCornerstore(
            new Medusa({
              baseUrl: runner.defaults.baseURL ?? "",
              publishableKey: shop.shop.publishable_key,
              globalHeaders: { authorization },
            })
          )
        const ada = await registerCustomer(shop.api, shop.shop.headers)
        const eve = await registerCustomer(shop.api, shop.shop.headers)
        const placed = await placeDelivery(
          { ...shop, sdk: sdkOf(ada.headers.authorization) },
          network.places[0],
          CARD
        )
        const to = await another(placed.order_id)
        await expect(
          sdkOf(eve.headers.authorization).cornerstore.delivery.changeSlot(
            placed.order_id,
            to.id
          )
        ).rejects.toMatchObject({ status: 404 })
        await sdkOf(ada.headers.authorization).cornerstore.delivery.changeSlot(
          placed.order_id,
          to.id
        )
        const { data } = await shop.api.get<ListAuditResponse>(
          `/admin/audit-entries?action=delivery.slot_changed&resource_id=${placed.order_id}`,
          shop.admin
        )
        expect(data.entries[0].actor_id).toBe(ada.customer.id)
      })
    })

    describe("the shop", () => {
      it("takes an order past its cut-off only when it says so, and never past what a slot holds", async () => {
        const placed = await placeDelivery(shop, network.places[1], CARD)
        const to = await another(placed.order_id)
        const delivery = deliveryService(getContainer())
        await delivery.updateDeliverySlots({
          id: to.id,
          cutoff_at: new Date(Date.now() - 60_000),
        })
        const listed = await shop.api.get<AdminOrderSlotsResponse>(
          `/admin/orders/${placed.order_id}/delivery-slots`,
          shop.admin
        )
        expect(listed.data.slots.find(({ id }) => id === to.id)).toMatchObject({
          state: "closed",
          reason: "cut_off",
          can_force: true,
        })
        expect(
          (await refusal(setSlot(placed.order_id, { slot_id: to.id }))).status
        ).toBe(422)
        const forced = await setSlot(placed.order_id, {
          slot_id: to.id,
          force: true,
        })
        expect(forced.delivery_slot?.id).toBe(to.id)
        expect(await ownersNews(new RegExp(`#${placed.display_id}$`))).toEqual([
          expect.not.stringMatching(/→/),
        ])

        const second = await placeDelivery(shop, network.places[1], CARD)
        await delivery.updateDeliverySlots({ id: to.id, capacity_orders: 1 })
        expect(
          await refusal(
            setSlot(second.order_id, { slot_id: to.id, force: true })
          )
        ).toMatchObject({ status: 409, data: { code: "slot_full" } })
      })

      it("leaves an order alone that is on a driver's route, and says what to do", async () => {
        await createDriver(shop)
        const placed = await placeDelivery(shop, network.places[0], CARD)
        const to = await another(placed.order_id)
        const { route } = await publishedRoute(shop, placed.date)
        const stop = route.stops.find(
          ({ booking_id }) => booking_id === placed.booking_id
        )
        expect(
          await refusal(setSlot(placed.order_id, { slot_id: to.id }))
        ).toMatchObject({
          status: 422,
          data: {
            code: "slot_change_closed",
            message: expect.stringMatching(/Take it off that route first/),
          },
        })
        expect((await slotsOf(placed.order_id)).change.reason).toBe("on_route")
        await expect(
          shop.sdk.cornerstore.delivery.changeSlot(placed.order_id, to.id)
        ).rejects.toMatchObject({ status: 422 })
        await shop.api.delete(
          `/admin/delivery/routes/${route.id}/stops/${stop?.id}`,
          shop.admin
        )
        const moved = await setSlot(placed.order_id, { slot_id: to.id })
        expect(moved).toMatchObject({
          delivery_slot: { id: to.id, booking_id: placed.booking_id },
          closed: null,
        })
      })

      it("takes a slot away: the order waits on the home page until it has one again", async () => {
        const placed = await placeDelivery(shop, network.places[0], CARD)
        const slot = (await slotsOf(placed.order_id)).booked_slot_id ?? ""
        const before = await reservedOf(slot)
        const { data } = await shop.api.delete<AdminOrderSlotResponse>(
          adminSlot(placed.order_id),
          shop.admin
        )
        expect(data).toMatchObject({ delivery_slot: null, is_missing: true })
        expect(await reservedOf(slot)).toBe(before - 1)
        expect(await withoutSlot()).toContain(placed.order_id)
        const again = await setSlot(placed.order_id, { slot_id: slot })
        expect(again.delivery_slot?.booking_id).not.toBe(placed.booking_id)
        expect(await withoutSlot()).not.toContain(placed.order_id)
      })
    })

    describe("an order without a cart", () => {
      const draft = async (): Promise<HttpTypes.AdminDraftOrder> => {
        const place = network.places[0]
        const { data } = await shop.api.post<{
          draft_order: HttpTypes.AdminDraftOrder
        }>(
          "/admin/draft-orders",
          {
            region_id: shop.shop.region_id,
            sales_channel_id: shop.shop.sales_channel_id,
            email: "phone@example.com",
            items: [{ variant_id: shop.shop.variant_id, quantity: 1 }],
            shipping_address: {
              first_name: "Pat",
              last_name: "Phone",
              address_1: "1 Test Street",
              city: "San Francisco",
              country_code: "us",
              postal_code: "94110",
              metadata: { lat: place.lat, lng: place.lng },
            },
          },
          shop.admin
        )
        return data.draft_order
      }

      /** As the dashboard does: an edit that adds the method, confirmed. */
      const addDelivery = async (id: string) => {
        const path = `/admin/draft-orders/${id}/edit`
        await shop.api.post(path, {}, shop.admin)
        await shop.api.post(
          `${path}/shipping-methods`,
          { shipping_option_id: shop.shop.delivery_option_id },
          shop.admin
        )
        await shop.api.post(`${path}/confirm`, {}, shop.admin)
      }

      const totalsOf = async (id: string) => {
        const { data } = await shop.api.get<{
          order: { total: number; shipping_total: number }
        }>(`/admin/orders/${id}?fields=id,total,shipping_total`, shop.admin)
        return [data.order.shipping_total, data.order.total]
      }

      const openSlot = async (id: string) => {
        const { data } = await shop.api.get<AdminOrderSlotsResponse>(
          `/admin/orders/${id}/delivery-slots`,
          shop.admin
        )
        return data.slots.find(({ state }) => state === "open")?.id ?? ""
      }

      it("gets a slot first and then its price, keeps both when it is converted", async () => {
        const { id } = await draft()
        const slot_id = await openSlot(id)
        const before = await reservedOf(slot_id)
        await setSlot(id, { slot_id })
        await addDelivery(id)
        expect(await totalsOf(id)).toEqual([4.5, 34.5])
        // A draft is no order for its customer yet.
        await expect(slotsOf(id)).rejects.toMatchObject({ status: 404 })

        await shop.api.post(
          `/admin/draft-orders/${id}/convert-to-order`,
          {},
          shop.admin
        )
        expect(await totalsOf(id)).toEqual([4.5, 34.5])
        expect(await reservedOf(slot_id)).toBe(before + 1)
        const { data } = await shop.api.get<AdminOrderDeliveryResponse>(
          `/admin/orders/${id}/delivery`,
          shop.admin
        )
        expect(data.delivery).toMatchObject({
          status: "booked",
          slot: { id: slot_id },
          tracking_url: expect.stringMatching(/\/track\//),
        })
        expect(await withoutSlot()).not.toContain(id)
        // From now on it is an order like any other.
        const to = await another(id)
        await shop.sdk.cornerstore.delivery.changeSlot(id, to.id)
      })

      it("is priced by its slot also when that is chosen later, changed or taken away", async () => {
        const { id } = await draft()
        await addDelivery(id)
        expect(await totalsOf(id)).toEqual([0, 30])
        const slot_id = await openSlot(id)
        const chosen = await setSlot(id, { slot_id })
        expect(chosen).toMatchObject({
          is_draft: true,
          charged: 4.5,
          delivery_slot: { id: slot_id, price: 4.5 },
        })
        expect(await totalsOf(id)).toEqual([4.5, 34.5])
        await shop.api.delete(adminSlot(id), shop.admin)
        expect(await totalsOf(id)).toEqual([0, 30])
      })

      it("waits on the home page when it was placed without a slot", async () => {
        const { id } = await draft()
        await addDelivery(id)
        expect(await withoutSlot()).not.toContain(id)
        await shop.api.post(
          `/admin/draft-orders/${id}/convert-to-order`,
          {},
          shop.admin
        )
        const { data } = await shop.api.get<AdminOrderSlotResponse>(
          adminSlot(id),
          shop.admin
        )
        expect(data).toMatchObject({ delivery_slot: null, is_missing: true })
        expect(await withoutSlot()).toContain(id)
        // The page itself leaves a moment to orders whose event is on its way.
        const page = await shop.api.get<OrdersWithoutSlotResponse>(
          "/admin/delivery/orders-without-slot",
          shop.admin
        )
        expect(page.data.orders.map((order) => order.id)).not.toContain(id)
        await setSlot(id, { slot_id: await openSlot(id) })
        expect(await withoutSlot()).not.toContain(id)
      })
    })
  },
})
