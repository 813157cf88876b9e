import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"

import { deliveryService } from "../../src/workflows/delivery/module"
import { followOrders } from "../../src/workflows/delivery/reconcilers/follow-orders"
import { settleCash } from "../../src/workflows/delivery/reconcilers/settle-cash"
import { signedInAdmin } from "../helpers/actors"
import { createDeliveryNetwork } from "../helpers/delivery-network"
import type { KnownPlace } from "../helpers/districts"
import { httpClient } from "../helpers/http-client"
import {
  createDriver,
  placeDelivery,
  prepareForRoutes,
  publishedRoute,
  RouteShop,
  tap,
} from "../helpers/routes"
import { createTestShop } from "../helpers/shop"
import { storefront } from "../helpers/storefront"

jest.setTimeout(120_000)

const amounts = z.array(z.object({ amount: z.coerce.number() })).default([])
const ordersSchema = z.array(
  z.object({
    fulfillments: z.array(z.object({ delivered_at: z.unknown() })).default([]),
    payment_collections: z.array(
      z.object({
        payments: z.array(z.object({ id: z.string(), captures: amounts })),
      })
    ),
    transactions: amounts,
  })
)

/**
 * A process that dies between two steps leaves the rows of the first and none
 * of the second. Each test puts the shop into such a state and lets the
 * reconciler find it, twice.
 */
medusaIntegrationTestRunner({
  // A server runs no jobs: nothing repairs what a test has broken but the test.
  env: { MEDUSA_WORKER_MODE: "server" },
  testSuite: ({ api: runner, getContainer }) => {
    let shop: RouteShop
    let place: KnownPlace

    beforeAll(async () => {
      const container = getContainer()
      const api = httpClient(runner.defaults.baseURL)
      const admin = await signedInAdmin(container, api)
      const testShop = await createTestShop(container)
      const sdk = storefront(runner.defaults.baseURL, testShop)
      await prepareForRoutes(container, testShop, { lat: 37.79, lng: -122.39 })
      const network = await createDeliveryNetwork(api, admin, { capacity: 20 })
      place = network.places[0]
      shop = { api, admin, sdk, shop: testShop }
    })
    afterEach(() => jest.restoreAllMocks())

    const later = (seconds: number) => new Date(Date.now() + seconds * 1_000)

    const startedRoute = async () => {
      await createDriver(shop)
      const order = await placeDelivery(shop, place)
      const { route, link } = await publishedRoute(shop, order.date)
      await tap(shop, link, { kind: "start" })
      return { order, route, link, stop: route.stops[0] }
    }

    /** The driver's fact is in the database; the process dies before Medusa hears of it. */
    const deliverAndDie = async (tendered = 40) => {
      const { order, route, stop, link } = await startedRoute()
      await deliveryService(getContainer()).recordDriverAction({
        route_id: route.id,
        key: "the-last-tap",
        action: {
          kind: "delivered",
          stop_id: stop.id,
          cash: { tendered, short_confirmed: true },
        },
        due: { amount: 34.5, currency_code: "usd" },
        order_id: order.order_id,
        now: new Date(),
      })
      return { order, stop, link }
    }

    const readOrder = async (id: string) => {
      const query = getContainer().resolve(ContainerRegistrationKeys.QUERY)
      const { data } = await query.graph({
        entity: "order",
        fields: [
          "id",
          "fulfillments.delivered_at",
          "payment_collections.payments.id",
          "payment_collections.payments.captures.amount",
          "transactions.amount",
          "transactions.reference_id",
        ],
        filters: { id },
      })
      const [order] = ordersSchema.parse(data)
      const payments = order.payment_collections.flatMap(
        (collection) => collection.payments
      )
      return {
        payment_id: payments[0].id,
        delivered: order.fulfillments.filter(({ delivered_at }) => delivered_at)
          .length,
        captured: payments.flatMap(({ captures }) =>
          captures.map(({ amount }) => amount)
        ),
        transactions: order.transactions.map(({ amount }) => amount),
      }
    }

    const settle = (seconds: number) =>
      settleCash.run({ container: getContainer(), now: later(seconds) })

    it("delivers and captures in Medusa what a driver's phone had reported before the crash", async () => {
      const { order } = await deliverAndDie()
      expect(await readOrder(order.order_id)).toMatchObject({
        delivered: 0,
        captured: [],
      })
      // Its own call might still be at it.
      expect(await settle(0)).toEqual({ found: 0, repaired: 0 })
      expect(await settle(60)).toEqual({ found: 1, repaired: 1 })
      const settled = await readOrder(order.order_id)
      expect(settled).toMatchObject({
        delivered: 1,
        captured: [34.5],
        transactions: [34.5],
      })
      expect(await settle(120)).toEqual({ found: 0, repaired: 0 })
      expect(
        (await followOrders.run({ container: getContainer(), now: later(60) }))
          .found
      ).toBe(0)
      expect(await readOrder(order.order_id)).toEqual(settled)
    })

    it("does not capture again what was captured before the process died", async () => {
      const { order, stop } = await deliverAndDie(20)
      const container = getContainer()
      const entry = await deliveryService(container).retrieveCashOfStop(stop.id)
      const { payment_id } = await readOrder(order.order_id)
      await capturePaymentWorkflow(container).run({
        input: { payment_id, amount: 20, captured_by: entry?.id },
      })
      expect((await settle(60)).repaired).toBe(1)
      expect(await readOrder(order.order_id)).toMatchObject({
        delivered: 1,
        captured: [20],
        transactions: [20],
      })
    })

    it("writes the order's transaction that Medusa did not come to", async () => {
      const { order, stop } = await deliverAndDie(20)
      const container = getContainer()
      const entry = await deliveryService(container).retrieveCashOfStop(stop.id)
      const { payment_id } = await readOrder(order.order_id)
      await container.resolve(Modules.PAYMENT).capturePayment({
        payment_id,
        amount: 20,
        captured_by: entry?.id,
      })
      expect(await readOrder(order.order_id)).toMatchObject({
        captured: [20],
        transactions: [],
      })
      expect((await settle(60)).repaired).toBe(1)
      expect(await readOrder(order.order_id)).toMatchObject({
        captured: [20],
        transactions: [20],
      })
    })

    it("captures once although phone and reconciler come together", async () => {
      const { order, stop, link } = await deliverAndDie()
      await Promise.all([
        settle(60),
        settle(60),
        tap(shop, link, {
          kind: "delivered",
          key: "the-last-tap",
          stop_id: stop.id,
          cash: { tendered: 40 },
        }),
      ])
      expect(await readOrder(order.order_id)).toMatchObject({
        delivered: 1,
        captured: [34.5],
        transactions: [34.5],
      })
    })

    it("keeps a delivery whose payment Medusa refuses, says so, and tries again", async () => {
      const { order, stop } = await deliverAndDie()
      const container = getContainer()
      const payments = container.resolve(Modules.PAYMENT)
      const capture = jest
        .spyOn(payments, "capturePayment")
        .mockRejectedValue(new Error("The database is away"))
      expect(await settle(60)).toEqual({ found: 1, repaired: 0 })
      expect(await readOrder(order.order_id)).toMatchObject({
        delivered: 1,
        captured: [],
      })
      capture.mockRestore()
      expect(await settle(120)).toEqual({ found: 1, repaired: 1 })
      expect((await readOrder(order.order_id)).captured).toEqual([34.5])
      const { settled_at } = await deliveryService(
        container
      ).retrieveDeliveryStop(stop.id)
      expect(settled_at).not.toBeNull()
    })

    it("finishes a route whose last stop went while nobody looked", async () => {
      const { order, route } = await startedRoute()
      const container = getContainer()
      const delivery = deliveryService(container)
      await shop.api.post(
        `/admin/delivery/bookings/${order.booking_id}/delivered`,
        {},
        shop.admin
      )
      await delivery.updateDeliveryRoutes({ id: route.id, status: "started" })
      await settle(60)
      const { status } = await delivery.retrieveDeliveryRoute(route.id)
      expect(status).toBe("finished")
    })
  },
})
