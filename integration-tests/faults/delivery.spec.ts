import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Modules, OrderWorkflowEvents } from "@medusajs/framework/utils"
import type { IEventBusModuleService } from "@medusajs/framework/types"

import { drainOutbox } from "../../src/lib/outbox"
import { RUNTIME_MODULE } from "../../src/modules/runtime"
import type { ListAuditResponse } from "../../src/sdk/types"
import { deliveryService } from "../../src/workflows/delivery/module"
import { finishBookings } from "../../src/workflows/delivery/reconcilers/finish-bookings"
import { followOrders } from "../../src/workflows/delivery/reconcilers/follow-orders"
import { outboxHandlers } from "../../src/workflows/runtime/outbox-handlers"
import { Headers, signedInAdmin } from "../helpers/actors"
import {
  createDeliveryNetwork,
  DeliveryNetwork,
} from "../helpers/delivery-network"
import { HttpClient, httpClient } from "../helpers/http-client"
import { createTestShop, TestShop } from "../helpers/shop"
import {
  cartAt,
  chooseShippingAndPay,
  placeOrder,
  Storefront,
  storefront,
} from "../helpers/storefront"

jest.setTimeout(120_000)

/**
 * A process that dies between two steps leaves the rows of the first and none
 * of the second, and its event is gone. Each test puts the shop into such a
 * state and lets the reconciler find it, twice.
 */
medusaIntegrationTestRunner({
  testSuite: ({ api: runner, getContainer }) => {
    let api: HttpClient
    let admin: { headers: Headers }
    let shop: TestShop
    let sdk: Storefront
    let network: DeliveryNetwork

    beforeAll(async () => {
      api = httpClient(runner.defaults.baseURL)
      admin = await signedInAdmin(getContainer(), api)
      shop = await createTestShop(getContainer())
      sdk = storefront(runner.defaults.baseURL, shop)
      network = await createDeliveryNetwork(api, admin, { capacity: 3 })
    })
    afterEach(() => jest.restoreAllMocks())

    /** The event bus loses events of a kind, as it does when the process dies. */
    const loseEvents = (lost: string) => {
      const bus = getContainer().resolve<IEventBusModuleService>(
        Modules.EVENT_BUS
      )
      const emit = bus.emit.bind(bus)
      jest.spyOn(bus, "emit").mockImplementation((events, options) => {
        const kept = [events].flat().filter(({ name }) => name !== lost)
        return emit(kept, options)
      })
    }

    const cartWithHold = async (): Promise<{
      cartId: string
      slotId: string
    }> => {
      const cartId = await cartAt(sdk, shop, network.places[0])
      const { slots } = await sdk.cornerstore.delivery.listSlots(cartId)
      const slotId = slots.find(({ state }) => state === "open")?.id ?? ""
      await sdk.cornerstore.delivery.holdSlot(cartId, slotId)
      return { cartId, slotId }
    }

    const placeWithSlot = async (): Promise<string> => {
      const { cartId } = await cartWithHold()
      await chooseShippingAndPay(sdk, cartId, shop.delivery_option_id)
      return (await placeOrder(sdk, cartId)).id
    }

    const later = (seconds: number) => new Date(Date.now() + seconds * 1_000)

    const ownersNews = async (): Promise<number> => {
      const container = getContainer()
      await drainOutbox({
        runtimeService: container.resolve(RUNTIME_MODULE),
        handlers: outboxHandlers,
        container,
        limit: 50,
        now: () => new Date(),
      })
      const { data } = await api.get<{ count: number }>(
        "/admin/notifications?channel=feed",
        admin
      )
      return data.count
    }

    const deliveredEntries = async (orderId: string) => {
      const { data } = await api.get<ListAuditResponse>(
        `/admin/audit-entries?action=delivery.delivered&resource_id=${orderId}`,
        admin
      )
      return data.entries
    }

    it("books the place of an order whose event was lost, and tells the owner once", async () => {
      loseEvents(OrderWorkflowEvents.PLACED)
      const orderId = await placeWithSlot()
      expect(await sdk.cornerstore.delivery.retrieveForOrder(orderId)).toEqual({
        delivery: null,
      })

      const container = getContainer()
      expect(await finishBookings.run({ container, now: new Date() })).toEqual({
        found: 0,
        repaired: 0,
      })
      expect(await finishBookings.run({ container, now: later(60) })).toEqual({
        found: 1,
        repaired: 1,
      })
      const { delivery } =
        await sdk.cornerstore.delivery.retrieveForOrder(orderId)
      expect(delivery?.stage).toBe("booked")
      expect(await finishBookings.run({ container, now: later(120) })).toEqual({
        found: 0,
        repaired: 0,
      })
      expect(await ownersNews()).toBe(1)
      expect(await ownersNews()).toBe(1)
    })

    it("gives a committed place back when its cart never became an order", async () => {
      const { cartId, slotId } = await cartWithHold()
      const container = getContainer()
      const delivery = deliveryService(container)
      await delivery.commitPlace({
        cart_id: cartId,
        demand: { weight_grams: 0, minutes: 10, products: [] },
        now: new Date(),
      })

      expect(
        (await finishBookings.run({ container, now: later(60) })).found
      ).toBe(0)
      expect(
        (await finishBookings.run({ container, now: later(16 * 60) })).found
      ).toBe(1)
      const slot = await delivery.retrieveDeliverySlot(slotId)
      expect(slot.reserved_orders).toBe(0)
    })

    it("finishes a delivery that died after its first step, audited once", async () => {
      const orderId = await placeWithSlot()
      const container = getContainer()
      await finishBookings.run({ container, now: later(60) })
      const delivery = deliveryService(container)
      const [booking] = await delivery.listDeliveryBookings(
        { order_id: orderId },
        { take: 1 }
      )
      await delivery.deliverBooking(booking.id, new Date())
      expect(await deliveredEntries(orderId)).toEqual([])

      expect((await followOrders.run({ container, now: later(0) })).found).toBe(
        1
      )
      const { data } = await api.get<{ order: { fulfillment_status: string } }>(
        `/admin/orders/${orderId}?fields=id,fulfillment_status`,
        admin
      )
      expect(data.order.fulfillment_status).toBe("delivered")
      expect(await deliveredEntries(orderId)).toHaveLength(1)

      expect((await followOrders.run({ container, now: later(0) })).found).toBe(
        0
      )
      await api.post(
        `/admin/delivery/bookings/${booking.id}/delivered`,
        {},
        admin
      )
      expect(await deliveredEntries(orderId)).toHaveLength(1)
    })

    it("frees the place of a canceled order whose event was lost", async () => {
      const orderId = await placeWithSlot()
      const container = getContainer()
      await finishBookings.run({ container, now: later(60) })
      loseEvents(OrderWorkflowEvents.CANCELED)
      await api.post(`/admin/orders/${orderId}/cancel`, {}, admin)

      expect((await followOrders.run({ container, now: later(0) })).found).toBe(
        1
      )
      expect((await followOrders.run({ container, now: later(0) })).found).toBe(
        0
      )
      const [booking] = await deliveryService(container).listDeliveryBookings(
        { order_id: orderId },
        { take: 1, relations: ["slot"] }
      )
      expect(booking).toMatchObject({
        status: "released",
        release_reason: "canceled",
        slot: { reserved_orders: 0 },
      })
    })
  },
})
