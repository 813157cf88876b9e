import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { HttpTypes } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { drainOutbox } from "../../src/lib/outbox"
import type { Demand } from "../../src/modules/delivery/domain/demand"
import { RUNTIME_MODULE } from "../../src/modules/runtime"
import type { ListAuditResponse } from "../../src/sdk/types"
import { deliveryService } from "../../src/workflows/delivery/module"
import { moveOrderSlotWorkflow } from "../../src/workflows/delivery/order-slot/move-order-slot"
import { expireHolds } from "../../src/workflows/delivery/reconcilers/expire-holds"
import { followOrders } from "../../src/workflows/delivery/reconcilers/follow-orders"
import { tellMoves } from "../../src/workflows/delivery/reconcilers/tell-moves"
import { outboxHandlers } from "../../src/workflows/runtime/outbox-handlers"
import { signedInAdmin } from "../helpers/actors"
import {
  createDeliveryNetwork,
  DeliveryNetwork,
} from "../helpers/delivery-network"
import { httpClient } from "../helpers/http-client"
import { killInTransaction } from "../helpers/kill-in-transaction"
import { placeDelivery, RouteShop } from "../helpers/routes"
import { createTestShop } from "../helpers/shop"
import {
  cartAt,
  chooseShippingAndPay,
  placeOrder,
  storefront,
} from "../helpers/storefront"

jest.setTimeout(120_000)

const CARD = "pp_system_default"
const LIGHT: Demand = { weight_grams: 0, minutes: 10, products: [] }
const CUSTOMER = { type: "customer", id: "cus_1" }

/**
 * A process that is killed in a transaction leaves nothing of it; one that is
 * killed after it leaves rows that nobody has heard of. Each test ends a process
 * at such a point and looks at what is left, then at what repairs it, twice.
 */
medusaIntegrationTestRunner({
  // A server runs no jobs: nothing repairs what a test has broken but the test.
  env: { MEDUSA_WORKER_MODE: "server" },
  testSuite: ({ api: runner, getContainer }) => {
    let shop: RouteShop
    let network: DeliveryNetwork

    beforeAll(async () => {
      const container = getContainer()
      const api = httpClient(runner.defaults.baseURL)
      const admin = await signedInAdmin(container, api)
      const testShop = await createTestShop(container)
      const sdk = storefront(runner.defaults.baseURL, testShop)
      network = await createDeliveryNetwork(api, admin, { capacity: 20 })
      shop = { api, admin, sdk, shop: testShop }
    })

    const later = (seconds: number) => new Date(Date.now() + seconds * 1_000)

    const cartWithSlots = async () => {
      const cartId = await cartAt(shop.sdk, shop.shop, network.places[0])
      const { slots } = await shop.sdk.cornerstore.delivery.listSlots(cartId)
      const [slot, other] = slots.filter(({ state }) => state === "open")
      return { cartId, slot: slot.id, other: other.id }
    }

    const reserved = async (id: string) =>
      (await deliveryService(getContainer()).retrieveDeliverySlot(id))
        .reserved_orders

    const placed = async () => {
      const order = await placeDelivery(shop, network.places[0], CARD)
      const { slots, booked_slot_id } =
        await shop.sdk.cornerstore.delivery.listSlotsForOrder(order.order_id)
      const to = slots.find(
        ({ id, state }) => state === "open" && id !== booked_slot_id
      )
      return { ...order, from: booked_slot_id ?? "", to: to?.id ?? "" }
    }

    const slotOf = async (orderId: string) =>
      (
        await deliveryService(getContainer()).retrieveActiveSlot({
          order_id: orderId,
        })
      )?.id

    const move = async (order_id: string, slot_id: string) =>
      await moveOrderSlotWorkflow(getContainer()).run({
        input: { order_id, slot_id, by: "customer", actor: CUSTOMER },
      })

    const news = async (number: number) => {
      const container = getContainer()
      await drainOutbox({
        runtimeService: container.resolve(RUNTIME_MODULE),
        handlers: outboxHandlers,
        container,
        limit: 50,
        now: () => new Date(),
      })
      const { data } = await shop.api.get<{
        notifications: { data: { title: string } }[]
      }>("/admin/notifications?channel=feed&limit=100", shop.admin)
      return data.notifications.filter(({ data: { title } }) =>
        title.endsWith(`moved the delivery of order #${number}`)
      ).length
    }

    const audited = async (orderId: string) => {
      const { data } = await shop.api.get<ListAuditResponse>(
        `/admin/audit-entries?action=delivery.slot_changed&resource_id=${orderId}`,
        shop.admin
      )
      return data.entries.length
    }

    describe("a hold", () => {
      it("killed while it takes its place leaves neither place nor booking", async () => {
        const container = getContainer()
        const { cartId, slot } = await cartWithSlots()
        const before = await reserved(slot)
        const hold = () =>
          deliveryService(container).holdPlace({
            cart_id: cartId,
            slot_id: slot,
            demand: LIGHT,
            expires_at: later(600),
            now: new Date(),
          })
        await killInTransaction(container, slot, hold)
        expect(await reserved(slot)).toBe(before)
        expect(
          await deliveryService(container).retrieveActiveSlot({
            cart_id: cartId,
          })
        ).toBeNull()
        await hold()
        expect(await reserved(slot)).toBe(before + 1)
      })

      it("killed while it is exchanged keeps the first place", async () => {
        const container = getContainer()
        const { cartId, slot, other } = await cartWithSlots()
        await shop.sdk.cornerstore.delivery.holdSlot(cartId, slot)
        const before = [await reserved(slot), await reserved(other)]
        await killInTransaction(container, other, () =>
          deliveryService(container).holdPlace({
            cart_id: cartId,
            slot_id: other,
            demand: LIGHT,
            expires_at: later(600),
            now: new Date(),
          })
        )
        expect([await reserved(slot), await reserved(other)]).toEqual(before)
      })

      it("whose cart was never priced by it runs out, and its place comes back once", async () => {
        const container = getContainer()
        const { cartId, slot } = await cartWithSlots()
        const before = await reserved(slot)
        // The process died before the cart's delivery was priced.
        await deliveryService(container).holdPlace({
          cart_id: cartId,
          slot_id: slot,
          demand: LIGHT,
          expires_at: later(60),
          now: new Date(),
        })
        await expireHolds.run({ container, now: new Date() })
        expect(await reserved(slot)).toBe(before + 1)
        await expireHolds.run({ container, now: later(61) })
        await expireHolds.run({ container, now: later(61) })
        expect(await reserved(slot)).toBe(before)
      })
    })

    describe("a commit", () => {
      it("whose process died is taken up by the next attempt: one order, one place", async () => {
        const container = getContainer()
        const { cartId, slot } = await cartWithSlots()
        await shop.sdk.cornerstore.delivery.holdSlot(cartId, slot)
        await chooseShippingAndPay(
          shop.sdk,
          cartId,
          shop.shop.delivery_option_id
        )
        const before = await reserved(slot)
        const { weight_grams, minutes } = (
          await deliveryService(container).listDeliveryBookings(
            { cart_id: cartId },
            { take: 1 }
          )
        )[0]
        await deliveryService(container).commitPlace({
          cart_id: cartId,
          demand: { weight_grams, minutes, products: [] },
          now: new Date(),
        })
        const order = await placeOrder(shop.sdk, cartId)
        expect(order.id).toBeTruthy()
        expect(await reserved(slot)).toBe(before)
      })
    })

    describe("a release", () => {
      it("killed before the place is back releases nothing; done again, it does, once", async () => {
        const container = getContainer()
        const order = await placed()
        const before = await reserved(order.from)
        const release = () =>
          deliveryService(container).releasePlaces({
            by: "order_id",
            ids: [order.order_id],
            reason: "canceled",
            now: new Date(),
          })
        await killInTransaction(container, order.from, release)
        expect(await slotOf(order.order_id)).toBe(order.from)
        expect(await reserved(order.from)).toBe(before)
        expect(await release()).toHaveLength(1)
        expect(await release()).toHaveLength(0)
        expect(await reserved(order.from)).toBe(before - 1)
      })
    })

    describe("a change of slot", () => {
      it("killed in its transaction leaves the order where it was; asked for again, it is done", async () => {
        const container = getContainer()
        const order = await placed()
        const before = [await reserved(order.from), await reserved(order.to)]
        await killInTransaction(container, order.to, () =>
          move(order.order_id, order.to)
        )
        expect(await slotOf(order.order_id)).toBe(order.from)
        expect([await reserved(order.from), await reserved(order.to)]).toEqual(
          before
        )
        expect(await audited(order.order_id)).toBe(0)

        await move(order.order_id, order.to)
        expect(await slotOf(order.order_id)).toBe(order.to)
        expect([await reserved(order.from), await reserved(order.to)]).toEqual([
          before[0] - 1,
          before[1] + 1,
        ])
        expect([
          await audited(order.order_id),
          await news(order.display_id),
        ]).toEqual([1, 1])
      })

      it("that nobody heard of, since the process died after it, is told of once", async () => {
        const container = getContainer()
        const order = await placed()
        await deliveryService(container).moveBooking({
          order_id: order.order_id,
          slot_id: order.to,
          demand: LIGHT,
          by: "customer",
          actor: CUSTOMER,
          tracking_days: 3,
          now: new Date(),
        })
        expect((await tellMoves.run({ container, now: later(0) })).found).toBe(
          0
        )
        expect((await tellMoves.run({ container, now: later(60) })).found).toBe(
          1
        )
        expect((await tellMoves.run({ container, now: later(60) })).found).toBe(
          0
        )
        expect([
          await audited(order.order_id),
          await news(order.display_id),
        ]).toEqual([1, 1])
      })

      it("that cannot be accounted for is taken back", async () => {
        const container = getContainer()
        const order = await placed()
        const before = [await reserved(order.from), await reserved(order.to)]
        const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
        await knex.raw("alter table audit_entry rename to audit_entry_away")
        try {
          await expect(move(order.order_id, order.to)).rejects.toMatchObject({
            message: expect.stringContaining("audit_entry"),
          })
        } finally {
          await knex.raw("alter table audit_entry_away rename to audit_entry")
        }
        expect(await slotOf(order.order_id)).toBe(order.from)
        expect([await reserved(order.from), await reserved(order.to)]).toEqual(
          before
        )
        expect((await tellMoves.run({ container, now: later(60) })).found).toBe(
          0
        )
        // Nobody hears of what did not happen.
        expect(await news(order.display_id)).toBe(0)
      })
    })

    describe("a draft", () => {
      it("that is deleted gives its place back, which Medusa tells nobody", async () => {
        const container = getContainer()
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
              address_1: "1 Test Street",
              country_code: "us",
              metadata: { lat: place.lat, lng: place.lng },
            },
          },
          shop.admin
        )
        const { id } = data.draft_order
        const { slot } = await cartWithSlots()
        const before = await reserved(slot)
        await shop.api.post(
          `/admin/orders/${id}/delivery-slot`,
          { slot_id: slot },
          shop.admin
        )
        await followOrders.run({ container, now: new Date() })
        expect(await reserved(slot)).toBe(before + 1)
        await shop.api.delete(`/admin/draft-orders/${id}`, shop.admin)
        await followOrders.run({ container, now: new Date() })
        await followOrders.run({ container, now: new Date() })
        expect(await reserved(slot)).toBe(before)
      })
    })
  },
})
