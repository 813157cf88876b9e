import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

import { Analytics } from "@segment/analytics-node"
import Medusa from "@medusajs/js-sdk"

import { withCornerstore } from "../../src/sdk"
import type {
  AdminListLoyaltyEntriesResponse,
  AdminOrderPosResponse,
  CalendarFeedResponse,
  CustomerTimelineResponse,
  InstructionsResponse,
  LoyaltyProgramResponse,
  TrackerState,
} from "../../src/sdk/types"
import { Headers, PASSWORD, registerCustomer } from "../helpers/actors"
import type { AppProcess } from "../helpers/app-process"
import type { HttpClient } from "../helpers/http-client"
import {
  CASH,
  createDriver,
  PlacedOrder,
  placeDelivery,
  publishedRoute,
  RouteShop,
  tap,
} from "../helpers/routes"
import type { Storefront } from "../helpers/storefront"
import { waitFor } from "../helpers/wait-for"
import { connectDutchie } from "../http/pos/setup"
import { Dutchie, DUTCHIE_KEY, startDutchie } from "../http/pos/dutchie"

import { type PackedShop, preparePackedShop } from "./setup/prepare"
import { serveShop } from "./setup/serve"
import {
  createShopDatabase,
  type ShopDatabase,
  signInOwner,
} from "./setup/shop-database"

jest.setTimeout(900_000)

/** The outbox is sent every ten seconds, the register asked as often as set here. */
const JOBS_MS = 90_000
const CAKE = "CAKE-LEMON-8"
const VISITOR = "visitor-of-the-packed-shop"

/**
 * Every part that an order meets on its way, in the packed plugin and in
 * production: routes, pages, jobs, threads and tables that a build may lose.
 */
describe("an order's whole way in a stranger's shop", () => {
  let database: ShopDatabase
  let app: AppProcess
  let api: HttpClient
  let owner: { headers: Headers }
  let routes: RouteShop
  let dutchie: Dutchie
  let customer: { id: string; sdk: Storefront }
  let order: PlacedOrder

  beforeAll(async () => {
    const packed: PackedShop = await preparePackedShop()
    database = await createShopDatabase(packed, "packed-order")
    const folder = mkdtempSync(path.join(tmpdir(), "packed-dutchie-"))
    dutchie = await startDutchie(path.join(folder, "state.json"))
    await dutchie.seed({
      keys: [{ key: DUTCHIE_KEY }],
      products: [{ sku: CAKE, productName: "Cake", price: 30, stock: 9 }],
    })
    app = await serveShop(packed, { databaseUrl: database.url })
    api = app.api
    owner = await signInOwner(api)
    await api.post(
      `/admin/regions/${database.shop.region_id}`,
      { payment_providers: ["pp_system_default", CASH] },
      owner
    )
    await api.post<LoyaltyProgramResponse>(
      "/admin/loyalty/program",
      { is_active: true, points_per_unit: 2 },
      owner
    )
    await connectDutchie(api, owner, database.shop, dutchie, {
      settings: { poll_seconds: 15 },
    })
    customer = await logIn()
    routes = { api, admin: owner, shop: database.shop, sdk: customer.sdk }
  })

  afterAll(async () => {
    await app?.kill()
    await dutchie?.stop()
    await database?.drop()
  })

  /** A customer with an account, in the SDK as a storefront has it. */
  async function logIn() {
    const { customer: made } = await registerCustomer(
      api,
      database.shop.headers
    )
    const sdk = withCornerstore(
      new Medusa({
        baseUrl: app.url,
        publishableKey: database.shop.publishable_key,
        auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
      })
    )
    await sdk.auth.login("customer", "emailpass", {
      email: made.email,
      password: PASSWORD,
    })
    return { id: made.id, sdk }
  }

  it("collects what a visitor does and knows her after the log-in", async () => {
    const analytics = new Analytics({
      writeKey: database.shop.publishable_key,
      host: app.url,
      path: "/collect/v1/batch",
    })
    analytics.track({
      anonymousId: VISITOR,
      event: "Product Viewed",
      properties: { name: "Lemon cake" },
    })
    await analytics.closeAndFlush()
    await customer.sdk.cornerstore.activity.linkVisitor(VISITOR)
    const { data } = await api.get<CustomerTimelineResponse>(
      `/admin/customers/${customer.id}/timeline?kinds=activity`,
      owner
    )
    expect(data.entries).toMatchObject([
      { kind: "activity", name: "Product Viewed" },
    ])
  })

  it("takes an order with wishes, to be paid at the door", async () => {
    const placed = placeDelivery(
      routes,
      database.places[0],
      CASH,
      async (cartId) => {
        await customer.sdk.store.cart.transferCart(cartId)
        await customer.sdk.cornerstore.instructions.update(cartId, {
          note: "Ring twice",
        })
      }
    )
    order = await placed
    const { data } = await api.get<InstructionsResponse>(
      `/admin/orders/${order.order_id}/instructions`,
      owner
    )
    expect(data.instructions.note).toBe("Ring twice")
  })

  it("sends it to the register once, and hears what became of it", async () => {
    const [ticket] = await waitFor(
      "the ticket",
      async () => {
        const { data } = await api.get<AdminOrderPosResponse>(
          `/admin/orders/${order.order_id}/pos`,
          owner
        )
        // Waiting for a person would be waiting for ever.
        expect(data.pos_orders[0]?.attention ?? null).toBeNull()
        const tickets = await dutchie.orders()
        return tickets.length ? tickets : null
      },
      JOBS_MS
    )
    await dutchie.advance(ticket.preOrderId)
    await waitFor(
      "the register's word",
      async () => {
        const { data } = await api.get<AdminOrderPosResponse>(
          `/admin/orders/${order.order_id}/pos`,
          owner
        )
        return data.pos_orders[0]?.status === "preparing" ? true : null
      },
      JOBS_MS
    )
    expect(await dutchie.orders()).toHaveLength(1)
  })

  it("gives points for it", async () => {
    const { entries } = await waitFor("the points", async () => {
      const { data } = await api.get<AdminListLoyaltyEntriesResponse>(
        `/admin/loyalty/accounts/${customer.id}/entries`,
        owner
      )
      return data.entries.length ? data : null
    })
    expect(entries).toMatchObject([
      { kind: "earn", points: 60, order: { id: order.order_id } },
    ])
    const { account } = await customer.sdk.cornerstore.loyalty.retrieve()
    expect(account.available + account.pending).toBe(60)
  })

  it("stands in a calendar behind a secret link", async () => {
    const { data } = await api.post<CalendarFeedResponse>(
      "/admin/delivery/calendar-feeds",
      { name: "Kitchen" },
      owner
    )
    const path = new URL(data.calendar_feed.url).pathname
    const file = await api.get<string>(path)
    expect(file.headers["content-type"]).toBe("text/calendar; charset=utf-8")
    const lines = file.data.replace(/\r\n /g, "").split("\r\n")
    expect(lines).toContain("STATUS:CONFIRMED")
    expect(lines).toContainEqual(
      expect.stringMatching(
        new RegExp(`^URL:https?://.+/app/orders/${order.order_id}$`)
      )
    )
  })

  it("plans a route in a thread, and leads the driver with a page of its own", async () => {
    await createDriver(routes)
    const { link, route } = await publishedRoute(routes, order.date)
    expect(route.stops).toMatchObject([{ order: { id: order.order_id } }])
    const page = await api.get<string>(link)
    const assets = [
      ...page.data.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g),
    ].map(([, file]) => file)
    expect(assets).toHaveLength(4)
    for (const file of assets) {
      expect((await api.get(`/driver/${file}`)).status).toBe(200)
    }

    await tap(routes, link, { kind: "start" })
    const stop_id = route.stops[0].id
    await tap(routes, link, { kind: "arrived", stop_id })
    const { data: seen } = await api.get<TrackerState>(`${order.track}/state`)
    expect(seen.stage).toBe("arrived")
    await tap(routes, link, {
      kind: "delivered",
      stop_id,
      cash: { tendered: 40, short_confirmed: false },
    })
  })

  it("is delivered and paid", async () => {
    const { data } = await api.get<{
      order: { payment_status: string; fulfillment_status: string }
    }>(
      `/admin/orders/${order.order_id}?fields=payment_status,fulfillment_status`,
      owner
    )
    expect(data.order).toMatchObject({
      payment_status: "captured",
      fulfillment_status: "delivered",
    })
    const { data: story } = await api.get<CustomerTimelineResponse>(
      `/admin/customers/${customer.id}/timeline?kinds=activity,order,points`,
      owner
    )
    expect(story.entries.map(({ name }) => name)).toEqual([
      "order.delivered",
      "points.earn",
      "order.placed",
      "Product Viewed",
    ])
  })
})
