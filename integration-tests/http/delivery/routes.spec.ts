import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import type {
  AdminOrderDeliveryResponse,
  ListAuditResponse,
  ListDistrictsResponse,
  ListDriversResponse,
  ListRoutesResponse,
  RouteResponse,
} from "../../../src/sdk/types"
import { signedInAdmin } from "../../helpers/actors"
import { createDeliveryNetwork } from "../../helpers/delivery-network"
import type { KnownPlace } from "../../helpers/districts"
import { httpClient, refusal } from "../../helpers/http-client"
import {
  createDriver,
  placeDelivery,
  planDay,
  prepareForRoutes,
  publishedRoute,
  RouteShop,
} from "../../helpers/routes"
import { createTestShop } from "../../helpers/shop"
import { storefront } from "../../helpers/storefront"
import { waitFor } from "../../helpers/wait-for"

jest.setTimeout(120_000)

const DEPOT = { lat: 37.7936, lng: -122.395 }

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api: runner, getContainer }) => {
    let shop: RouteShop
    let places: [KnownPlace, KnownPlace]

    beforeAll(async () => {
      const container = getContainer()
      const api = httpClient(runner.defaults.baseURL)
      const admin = await signedInAdmin(container, api)
      const testShop = await createTestShop(container)
      await prepareForRoutes(container, testShop, DEPOT)
      ;({ places } = await createDeliveryNetwork(api, admin, { capacity: 20 }))
      const sdk = storefront(runner.defaults.baseURL, testShop)
      shop = { api, admin, sdk, shop: testShop }
    })

    const nameDistrict = async (name: string, postalCode: string) => {
      const { data } = await shop.api.get<ListDistrictsResponse>(
        `/admin/delivery/districts?q=${encodeURIComponent(name)}`,
        shop.admin
      )
      await shop.api.post(
        `/admin/delivery/districts/${data.districts[0].id}`,
        { postal_codes: [postalCode] },
        shop.admin
      )
    }

    const routeOf = async (id: string) =>
      (
        await shop.api.get<RouteResponse>(
          `/admin/delivery/routes/${id}`,
          shop.admin
        )
      ).data.route

    it("keeps drivers, and those with a route to drive from being removed", async () => {
      const { api, admin } = shop
      const id = await createDriver(shop, "Ana")
      await createDriver(shop, "Bo")
      await api.post(
        `/admin/delivery/drivers/${id}`,
        { is_active: false },
        admin
      )
      const { data } = await api.get<ListDriversResponse>(
        "/admin/delivery/drivers?is_active=true",
        admin
      )
      expect(data.drivers.map(({ name }) => name)).toEqual(["Bo"])
      expect(
        await refusal(
          api.post("/admin/delivery/drivers", { name: " ", phone: "x" }, admin)
        )
      ).toMatchObject({ status: 400 })

      await api.delete(`/admin/delivery/drivers/${id}`, admin)
      expect(
        await refusal(api.get(`/admin/delivery/drivers/${id}`, admin))
      ).toMatchObject({ status: 404 })

      const { date } = await placeDelivery(shop, places[0])
      await publishedRoute(shop, date)
      const driver = data.drivers[0]
      expect(
        await refusal(api.delete(`/admin/delivery/drivers/${driver.id}`, admin))
      ).toMatchObject({ status: 400 })
      const audit = await api.get<ListAuditResponse>(
        `/admin/audit-entries?resource_id=${id}`,
        admin
      )
      expect(audit.data.entries.map(({ action }) => action).sort()).toEqual([
        "delivery_driver.created",
        "delivery_driver.deleted",
        "delivery_driver.updated",
      ])
    })

    it("says that a driver is missing instead of making a route for nobody", async () => {
      expect(await refusal(planDay(shop, "2026-12-01"))).toMatchObject({
        status: 400,
        data: { message: expect.stringContaining("no active driver") },
      })
    })

    it("plans a day by distance, and what cannot be placed with the reason", async () => {
      await createDriver(shop)
      const far = await placeDelivery(shop, places[1])
      const near = await placeDelivery(shop, places[0])
      await nameDistrict(places[0].district, "94199")
      // Without coordinates the middle of the district has to do.
      const estimated = await placeDelivery(shop, { postal_code: "94199" })
      const { routes, unassigned } = await planDay(shop, far.date)
      expect(unassigned).toEqual([])
      expect(routes).toHaveLength(1)
      const [route] = routes
      expect(route).toMatchObject({
        status: "draft",
        driver: { name: "Dana" },
        depot: DEPOT,
        driver_url: null,
        stops_total: 3,
      })
      const ids = route.stops.map(({ booking_id }) => booking_id)
      expect(ids.indexOf(far.booking_id)).not.toBe(1)
      expect(new Set(ids)).toEqual(
        new Set([far, near, estimated].map(({ booking_id }) => booking_id))
      )
      const stopOf = ({ booking_id }: { booking_id: string }) =>
        route.stops.find((stop) => stop.booking_id === booking_id)
      expect(stopOf(estimated)).toMatchObject({ position: "district" })
      expect(stopOf(near)).toMatchObject({
        position: "address",
        cash_due: { amount: 34.5, currency_code: "usd" },
        order: { customer_name: "Ada Buyer" },
        address: ["1 Test Street", "94110 San Francisco"],
      })
      const legs = route.stops.reduce((sum, s) => sum + (s.leg_meters ?? 0), 0)
      expect(route.distance_meters).toBeGreaterThan(legs)
      // From Market Street to the Outer Sunset and back.
      expect(route.distance_meters).toBeGreaterThan(20_000)
      expect(route.distance_meters).toBeLessThan(35_000)

      // A draft concerns nobody but the shop.
      const shown = await shop.api.get<AdminOrderDeliveryResponse>(
        `/admin/orders/${far.order_id}/delivery`,
        shop.admin
      )
      expect(shown.data.delivery).toMatchObject({
        stage: "booked",
        route: null,
      })

      // Planning again moves the draft's bookings into the new one.
      const again = await planDay(shop, far.date)
      expect(again.routes[0].stops_total).toBe(3)
      const { data } = await shop.api.get<ListRoutesResponse>(
        "/admin/delivery/routes",
        shop.admin
      )
      expect(data.routes.map(({ id }) => id)).toEqual([again.routes[0].id])
    })

    it("gives each booking to one plan, however many plan at once", async () => {
      await createDriver(shop)
      const order = await placeDelivery(shop, places[0])
      const plans = await Promise.all(
        [1, 2, 3].map(() => planDay(shop, order.date))
      )
      expect(plans.flatMap(({ routes }) => routes).length).toBeGreaterThan(0)
      const { data } = await shop.api.get<ListRoutesResponse>(
        `/admin/delivery/routes?date_from=${order.date}&date_to=${order.date}`,
        shop.admin
      )
      expect(data.routes).toHaveLength(1)
      expect(data.routes[0].stops_total).toBe(1)
    })

    it("leaves published routes alone, lets stops be moved, removed and added", async () => {
      await createDriver(shop)
      const orders = []
      for (const place of [places[0], places[1], places[0]]) {
        orders.push(await placeDelivery(shop, place))
      }
      const { api, admin } = shop
      const { route, link } = await publishedRoute(shop, orders[0].date)
      expect(link).toMatch(/^\/driver\/[\w-]{43}$/)
      expect((await planDay(shop, orders[0].date)).routes).toEqual([])

      const path = `/admin/delivery/routes/${route.id}`
      const reversed = route.stops.map(({ id }) => id).reverse()
      await api.post(`${path}/stops/order`, { stop_ids: reversed }, admin)
      expect((await routeOf(route.id)).stops.map(({ id }) => id)).toEqual(
        reversed
      )
      for (const stop_ids of [
        reversed.slice(1),
        [...reversed, reversed[0]],
        [...reversed.slice(1), "dstop_other"],
      ]) {
        expect(
          await refusal(api.post(`${path}/stops/order`, { stop_ids }, admin))
        ).toMatchObject({ status: 400, data: { code: "route_changed" } })
      }

      const removed = (await routeOf(route.id)).stops[0]
      await api.delete(`${path}/stops/${removed.id}`, admin)
      expect((await routeOf(route.id)).stops).toHaveLength(2)
      const add = () =>
        api.post<RouteResponse>(
          `${path}/stops`,
          { booking_id: removed.booking_id },
          admin
        )
      const { data } = await add()
      expect(data.route.stops[2]).toMatchObject({
        booking_id: removed.booking_id,
        position: "address",
      })
      expect(await refusal(add())).toMatchObject({
        status: 400,
        data: { code: "booking_taken" },
      })

      const audit = await api.get<ListAuditResponse>(
        `/admin/audit-entries?resource_id=${route.id}&limit=50`,
        admin
      )
      expect(audit.data.entries.map(({ action }) => action)).toEqual(
        expect.arrayContaining([
          "delivery_route.planned",
          "delivery_route.published",
          "delivery_route.ordered",
          "delivery_route.stop_removed",
          "delivery_route.stop_added",
        ])
      )
    })

    it("drops the stop of a canceled order", async () => {
      await createDriver(shop)
      const stays = await placeDelivery(shop, places[0])
      const goes = await placeDelivery(shop, places[0])
      const { route } = await publishedRoute(shop, goes.date)
      expect(route.stops).toHaveLength(2)
      await shop.api.post(
        `/admin/orders/${goes.order_id}/cancel`,
        {},
        shop.admin
      )
      const left = await waitFor("the stop to be dropped", async () => {
        const { stops } = await routeOf(route.id)
        return stops.length === 1 ? stops : null
      })
      expect(left[0].booking_id).toBe(stays.booking_id)
    })

    it("gives a route to another driver and calls one off", async () => {
      await createDriver(shop, "Ana")
      const bo = await createDriver(shop, "Bo")
      const order = await placeDelivery(shop, places[0])
      const { api, admin } = shop
      const { route, link } = await publishedRoute(shop, order.date)
      const path = `/admin/delivery/routes/${route.id}`
      const { data } = await api.post<RouteResponse>(
        path,
        { driver_id: bo },
        admin
      )
      expect(data.route.driver.name).toBe("Bo")
      expect(await refusal(api.get(`${link}/state`))).toMatchObject({
        status: 404,
      })
      const bosLink = new URL(String(data.route.driver_url)).pathname
      await api.get(`${bosLink}/state`)

      const renewed = await api.post<RouteResponse>(`${path}/link`, {}, admin)
      expect(await refusal(api.get(`${bosLink}/state`))).toMatchObject({
        status: 404,
      })
      const newest = new URL(String(renewed.data.route.driver_url)).pathname
      await api.get(`${newest}/state`)
      const revoked = await api.delete<RouteResponse>(`${path}/link`, admin)
      expect(revoked.data.route.driver_url).toBeNull()
      expect(await refusal(api.get(`${newest}/state`))).toMatchObject({
        status: 404,
      })

      await api.post(`${path}/cancel`, {}, admin)
      const again = await planDay(shop, order.date)
      expect(again.routes[0].stops[0].booking_id).toBe(order.booking_id)
      expect(
        await refusal(api.post(`${path}/publish`, {}, admin))
      ).toMatchObject({ data: { code: "route_closed" } })
    })

    it("refuses what is no plan", async () => {
      for (const body of [
        { date: "tomorrow" },
        { date: "2026-12-01", driver_ids: ["a", "b"] },
        { date: "2026-12-01", driver_ids: ["ddrv_unknown"] },
        { date: "2026-12-01", when: "now" },
      ]) {
        const { status } = await refusal(
          shop.api.post("/admin/delivery/routes/plan", body, shop.admin)
        )
        expect([400, 404]).toContain(status)
      }
      expect(
        await refusal(
          shop.api.get("/admin/delivery/routes/drte_unknown", shop.admin)
        )
      ).toMatchObject({ status: 404 })
    })
  },
})
