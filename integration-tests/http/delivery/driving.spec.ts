import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { EventStream } from "../../../src/lib/sse/__tests__/helpers/event-stream"
import type {
  AdminOrderDeliveryResponse,
  DriverState,
  ListAuditResponse,
  RouteResponse,
  TrackerState,
} from "../../../src/sdk/types"
import { signedInAdmin } from "../../helpers/actors"
import { createDeliveryNetwork } from "../../helpers/delivery-network"
import type { KnownPlace } from "../../helpers/districts"
import { httpClient, refusal } from "../../helpers/http-client"
import {
  createDriver,
  placeDelivery,
  PlacedOrder,
  prepareForRoutes,
  publishedRoute,
  RouteShop,
  tap,
} from "../../helpers/routes"
import { createTestShop } from "../../helpers/shop"
import { storefront } from "../../helpers/storefront"

jest.setTimeout(120_000)

type Money = {
  payment_status: string
  fulfillment_status: string
  summary: { pending_difference: number; paid_total: number }
  payment_collections: {
    payments: { captures: { amount: number }[] | null }[]
  }[]
}

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api: runner, getContainer }) => {
    let shop: RouteShop
    let places: [KnownPlace, KnownPlace]
    const streams: EventStream[] = []

    beforeAll(async () => {
      const container = getContainer()
      const api = httpClient(runner.defaults.baseURL)
      const admin = await signedInAdmin(container, api)
      const testShop = await createTestShop(container)
      await prepareForRoutes(container, testShop, { lat: 37.79, lng: -122.39 })
      ;({ places } = await createDeliveryNetwork(api, admin, { capacity: 20 }))
      const sdk = storefront(runner.defaults.baseURL, testShop)
      shop = { api, admin, sdk, shop: testShop }
    })
    afterEach(() => streams.splice(0).forEach((stream) => stream.close()))

    /** A published route with so many orders, in the order they are driven. */
    const routeWith = async (count: number, provider?: string) => {
      await createDriver(shop)
      const placed: PlacedOrder[] = []
      for (let each = 0; each < count; each++) {
        placed.push(await placeDelivery(shop, places[0], provider))
      }
      const { route, link } = await publishedRoute(shop, placed[0].date)
      const orders = route.stops.flatMap(({ id, booking_id }) => {
        const order = placed.find((each) => each.booking_id === booking_id)
        return order ? [{ ...order, stop_id: id }] : []
      })
      return { route, link, orders }
    }

    const moneyOf = async (orderId: string): Promise<Money> => {
      const { data } = await shop.api.get<{ order: Money }>(
        `/admin/orders/${orderId}?fields=id,payment_status,fulfillment_status,summary,*payment_collections.payments,*payment_collections.payments.captures`,
        shop.admin
      )
      return data.order
    }
    const capturesOf = ({ payment_collections }: Money) =>
      payment_collections.flatMap(({ payments }) =>
        payments.flatMap(({ captures }) =>
          (captures ?? []).map(({ amount }) => amount)
        )
      )

    const stateOf = async (link: string) =>
      (await shop.api.get<DriverState>(`${link}/state`)).data

    it("delivers a route: shows each stop, follows it on the tracker, takes the cash once", async () => {
      const { route, link, orders } = await routeWith(2)
      const [first, second] = orders
      const before = await stateOf(link)
      expect(before).toMatchObject({
        status: "published",
        driver_name: "Dana",
        cash: [],
        stops: [
          {
            id: first.stop_id,
            order_number: first.display_id,
            customer_name: "Ada Buyer",
            visit: {
              address: ["1 Test Street", "94110 San Francisco"],
              point: { lat: places[0].lat, lng: places[0].lng },
              items: [{ title: "Lemon cake, 8 inch", quantity: 1 }],
              instructions: { note: null, gift_wrap: false, items: [] },
              cash_due: { amount: 34.5, currency_code: "usd" },
            },
          },
          { id: second.stop_id },
        ],
      })

      const tracker = await EventStream.open(
        `${runner.defaults.baseURL}${second.track}/events`
      )
      streams.push(tracker)
      const seen = (find: (state: TrackerState) => boolean) =>
        tracker.until(() =>
          tracker.events.some(({ data }) => find(data as TrackerState))
        )
      await seen(({ stage, stops_before }) => {
        return stage === "booked" && stops_before === null
      })

      await tap(shop, link, { kind: "start" })
      await seen(({ stage, stops_before }) => {
        return stage === "on_the_way" && stops_before === 1
      })
      await tap(shop, link, { kind: "arrived", stop_id: first.stop_id })
      const after = await tap(shop, link, {
        kind: "delivered",
        stop_id: first.stop_id,
        cash: { tendered: 40 },
      })
      await seen(({ stops_before }) => stops_before === 0)
      expect(after.stops[0]).toMatchObject({
        status: "delivered",
        visit: null,
        cash: { due: 34.5, tendered: 40, change: 5.5, collected: 34.5 },
      })
      expect(after.cash).toEqual([
        { currency_code: "usd", collected: 34.5, short: 0 },
      ])

      const money = await moneyOf(first.order_id)
      expect(money).toMatchObject({
        payment_status: "captured",
        fulfillment_status: "delivered",
        summary: { pending_difference: 0 },
      })
      expect(capturesOf(money)).toEqual([34.5])

      await tap(shop, link, { kind: "arrived", stop_id: second.stop_id })
      await seen(({ stage }) => stage === "arrived")
      const last = await tap(shop, link, {
        kind: "delivered",
        stop_id: second.stop_id,
        cash: { tendered: 34.5 },
      })
      await seen(({ stage }) => stage === "delivered")
      expect(last.status).toBe("finished")
      // Nothing of one customer reaches the other.
      expect(JSON.stringify(tracker.events)).not.toContain(first.order_id)
      expect(JSON.stringify(tracker.events)).not.toContain("Ada")

      const { data } = await shop.api.get<AdminOrderDeliveryResponse>(
        `/admin/orders/${first.order_id}/delivery`,
        shop.admin
      )
      expect(data.delivery).toMatchObject({
        stage: "delivered",
        route: { driver_name: "Dana", stop_status: "delivered" },
      })
      const audit = await shop.api.get<ListAuditResponse>(
        `/admin/audit-entries?resource_id=${route.id}&limit=50`,
        shop.admin
      )
      const byDriver = audit.data.entries.filter(
        ({ actor_type }) => actor_type === "driver"
      )
      expect(byDriver.map(({ action }) => action).sort()).toEqual([
        "delivery_route.started",
        "delivery_stop.arrived",
        "delivery_stop.arrived",
        "delivery_stop.delivered",
        "delivery_stop.delivered",
      ])
    })

    it("counts a tap once, however often it is sent", async () => {
      const { link, orders } = await routeWith(1)
      await tap(shop, link, { kind: "start" })
      const delivered = {
        kind: "delivered",
        key: "one-and-the-same",
        stop_id: orders[0].stop_id,
        cash: { tendered: 50 },
      } as const
      const answers = await Promise.all(
        [1, 2, 3].map(() => tap(shop, link, delivered))
      )
      for (const { cash } of answers) {
        expect(cash).toEqual([
          { currency_code: "usd", collected: 34.5, short: 0 },
        ])
      }
      expect(capturesOf(await moneyOf(orders[0].order_id))).toEqual([34.5])
      expect(
        await refusal(
          tap(shop, link, {
            kind: "delivered",
            stop_id: orders[0].stop_id,
            cash: { tendered: 50 },
          })
        )
      ).toMatchObject({ status: 409, data: { code: "stop_closed" } })
      expect(
        await refusal(tap(shop, link, { kind: "start", key: delivered.key }))
      ).toMatchObject({ status: 409, data: { code: "key_reused" } })
    })

    it("takes too little only when it is confirmed, and captures what there is", async () => {
      const { route, link, orders } = await routeWith(1)
      const { stop_id, order_id } = orders[0]
      await tap(shop, link, { kind: "start" })
      expect(
        await refusal(tap(shop, link, { kind: "delivered", stop_id }))
      ).toMatchObject({ status: 422, data: { code: "cash_required" } })
      expect(
        await refusal(
          tap(shop, link, {
            kind: "delivered",
            stop_id,
            cash: { tendered: 30 },
          })
        )
      ).toMatchObject({ status: 422, data: { code: "cash_short" } })
      expect((await stateOf(link)).stops[0].status).toBe("pending")

      const state = await tap(shop, link, {
        kind: "delivered",
        stop_id,
        cash: { tendered: 30, short_confirmed: true },
      })
      expect(state.cash).toEqual([
        { currency_code: "usd", collected: 30, short: 4.5 },
      ])
      const money = await moneyOf(order_id)
      expect(money).toMatchObject({
        payment_status: "partially_captured",
        fulfillment_status: "delivered",
        summary: { pending_difference: 4.5, paid_total: 30 },
      })
      const { data } = await shop.api.get<RouteResponse>(
        `/admin/delivery/routes/${route.id}`,
        shop.admin
      )
      expect(data.route.cash[0].short).toBe(4.5)
      expect(data.route.stops[0].cash).toMatchObject({ difference: -4.5 })
    })

    it("asks for no money where none is due, and leaves a card payment alone", async () => {
      const { link, orders } = await routeWith(1, "pp_system_default")
      await tap(shop, link, { kind: "start" })
      const before = await stateOf(link)
      expect(before.stops[0].visit?.cash_due).toBeNull()
      await tap(shop, link, { kind: "delivered", stop_id: orders[0].stop_id })
      const money = await moneyOf(orders[0].order_id)
      expect(money.fulfillment_status).toBe("delivered")
      expect(capturesOf(money)).toEqual([])
    })

    it("tells the customer of a failure, and lets the driver take it back", async () => {
      const { link, orders } = await routeWith(1)
      const { stop_id, track } = orders[0]
      const tracked = async () =>
        (await shop.api.get<TrackerState>(`${track}/state`)).data.stage
      expect(
        await refusal(tap(shop, link, { kind: "arrived", stop_id }))
      ).toMatchObject({ status: 409, data: { code: "route_not_started" } })

      await tap(shop, link, { kind: "start" })
      const failed = await tap(shop, link, {
        kind: "failed",
        stop_id,
        reason: "nobody_home",
        note: "Rang twice",
      })
      expect(failed).toMatchObject({
        status: "finished",
        stops: [{ status: "failed", failure_reason: "nobody_home" }],
      })
      expect(await tracked()).toBe("failed")
      const reopened = await tap(shop, link, { kind: "reopen", stop_id })
      expect(reopened).toMatchObject({
        status: "started",
        stops: [{ status: "pending", failure_reason: null }],
      })
      expect(await tracked()).toBe("on_the_way")
    })

    it("plans a failed delivery again, and then it cannot be taken back", async () => {
      const { link, orders } = await routeWith(1)
      const { stop_id, date } = orders[0]
      await tap(shop, link, { kind: "start" })
      await tap(shop, link, { kind: "failed", stop_id, reason: "refused" })
      const next = await publishedRoute(shop, date)
      expect(next.route.stops[0].booking_id).toBe(orders[0].booking_id)
      expect(
        await refusal(tap(shop, link, { kind: "reopen", stop_id }))
      ).toMatchObject({ status: 409, data: { code: "booking_taken" } })
    })

    it("follows a delivery that the shop marks, without cash", async () => {
      const { link, orders } = await routeWith(1)
      await tap(shop, link, { kind: "start" })
      await shop.api.post(
        `/admin/delivery/bookings/${orders[0].booking_id}/delivered`,
        {},
        shop.admin
      )
      expect(await stateOf(link)).toMatchObject({
        status: "finished",
        cash: [],
        stops: [{ status: "delivered" }],
      })
      expect(capturesOf(await moneyOf(orders[0].order_id))).toEqual([])
    })

    it("says nothing to a wrong link and takes nothing from it", async () => {
      const { link } = await routeWith(1)
      const answers = await Promise.all(
        [`/driver/${"A".repeat(43)}`, link.slice(0, -1), "/driver/x"].flatMap(
          (wrong) => [
            refusal(shop.api.get(`${wrong}/state`)),
            refusal(shop.api.get(`${wrong}/events`)),
            refusal(tap(shop, wrong, { kind: "start" })),
          ]
        )
      )
      expect(new Set(answers.map(({ status }) => status))).toEqual(
        new Set([404])
      )
      expect(new Set(answers.map(({ data }) => data.message)).size).toBe(1)
      for (const body of [
        {},
        { kind: "start" },
        { kind: "fly", key: "12345678" },
        { kind: "failed", key: "12345678", stop_id: "s", reason: "rain" },
        {
          kind: "delivered",
          key: "12345678",
          stop_id: "s",
          cash: { tendered: -1 },
        },
      ]) {
        expect(
          (await refusal(shop.api.post(`${link}/actions`, body))).status
        ).toBe(400)
      }
      const damaged = await fetch(
        new URL(`${link}/actions`, runner.defaults.baseURL),
        {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: '{"kind":',
        }
      )
      expect(damaged.status).toBe(400)
      // Our own reader's words: by then the token is out of the log.
      expect(await damaged.json()).toMatchObject({
        message: "The body is not valid JSON",
      })
      expect((await stateOf(link)).status).toBe("published")
    })
  },
})
