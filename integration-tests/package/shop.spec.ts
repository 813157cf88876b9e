import { EventStream } from "../../src/lib/sse/__tests__/helpers/event-stream"
import type {
  ListAuditResponse,
  SystemClockTick,
  SystemHealthResponse,
  TrackerState,
} from "../../src/sdk/types"
import type { Headers } from "../helpers/actors"
import type { AppProcess } from "../helpers/app-process"
import { type HttpClient, refusal } from "../helpers/http-client"
import {
  cartAt,
  chooseShippingAndPay,
  placeOrder,
  type Storefront,
  storefront,
} from "../helpers/storefront"
import { waitFor } from "../helpers/wait-for"

import {
  bookingOf,
  type DeliveryOrder,
  feedTitles,
  orderIntoSlot,
} from "./setup/delivery-order"
import { inviteUser } from "./setup/invite-user"
import { type PackedShop, preparePackedShop } from "./setup/prepare"
import { readEvents } from "./setup/read-events"
import { serveShop } from "./setup/serve"
import {
  createShopDatabase,
  type ShopDatabase,
  signInOwner,
} from "./setup/shop-database"

jest.setTimeout(900_000)

/** The outbox is sent every ten seconds. */
const SENT_MS = 60_000

describe("a stranger's shop with the packed plugin, in production", () => {
  let packed: PackedShop
  let database: ShopDatabase
  let app: AppProcess
  let api: HttpClient
  let owner: { headers: Headers }
  let sdk: Storefront

  beforeAll(async () => {
    packed = await preparePackedShop()
    database = await createShopDatabase(packed, "packed")
    app = await serveShop(packed, { databaseUrl: database.url })
    api = app.api
    owner = await signInOwner(api)
    sdk = storefront(app.url, database.shop)
  })

  afterAll(async () => {
    await app?.kill()
    await database?.drop()
  })

  it("is ready", async () => {
    const { status, data } = await api.get<string>("/health/ready")
    expect(status).toBe(200)
    expect(data.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/^database ok/),
      expect.stringMatching(/^activity_store ok/),
      "redis off",
      "outbox ok",
      "reconciler ok",
      "pos off",
    ])
  })

  it("completes a checkout of Medusa's own, without a slot", async () => {
    const { shop, places } = database
    const cartId = await cartAt(sdk, shop, places[0])
    await chooseShippingAndPay(sdk, cartId, shop.manual_option_id)
    const order = await placeOrder(sdk, cartId)
    expect(order).toMatchObject({ shipping_total: 5, total: 35 })
    expect(await sdk.cornerstore.delivery.retrieveForOrder(order.id)).toEqual({
      delivery: null,
    })
  })

  it("lives beside the gift-card plugin", async () => {
    const { data } = await api.get<{ gift_cards: unknown[] }>(
      "/admin/gift-cards",
      owner
    )
    expect(data.gift_cards).toEqual([])
  })

  describe("an order into a slot", () => {
    let placed: DeliveryOrder
    let bookingId: string

    beforeAll(async () => {
      placed = await orderIntoSlot(sdk, database.shop, database.places[0])
      bookingId = (await bookingOf(api, owner, placed.order.id)).id
    })

    it("is priced by its slot, and in the district of its address", () => {
      expect(placed.order).toMatchObject({ shipping_total: 4.5, total: 34.5 })
      expect(placed.delivery).toMatchObject({
        stage: "booked",
        slot: {
          id: placed.slot.id,
          time_zone: "America/Los_Angeles",
          district: { name: database.places[0].district },
        },
      })
    })

    it("leaves a full slot that refuses the next cart", async () => {
      const cartId = await cartAt(sdk, database.shop, database.places[0])
      const refused = await refusal(
        api.post(
          `/store/carts/${cartId}/delivery-slot`,
          { slot_id: placed.slot.id },
          database.shop
        )
      )
      expect(refused).toMatchObject({
        status: 409,
        data: { code: "slot_full" },
      })
    })

    it("reaches the owner's feed: jobs run and the outbox is sent", async () => {
      const title = `New delivery order #${placed.order.display_id}`
      const titles = await waitFor(
        "the notification",
        async () => {
          const found = await feedTitles(api, owner)
          return found.includes(title) ? found : null
        },
        SENT_MS
      )
      expect(titles.filter((each) => each === title)).toHaveLength(1)
    })

    it("is followed on the tracker's page, live, until the owner delivers it", async () => {
      const link = `/track/${placed.delivery.tracking_token}`
      expect(placed.delivery.tracking_url).toBe(`${app.url}${link}`)
      const page = await api.get<string>(link)
      const assets = [
        ...page.data.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g),
      ].map(([, file]) => file)
      expect(assets).toHaveLength(4)
      for (const file of assets) {
        expect((await api.get(`/track/${file}`)).status).toBe(200)
      }

      const stream = await EventStream.open(`${app.url}${link}/events`)
      const [first] = await stream.untilEvents(1)
      expect(first).toMatchObject({ event: "state", data: { stage: "booked" } })
      for (const _ of ["once", "again"]) {
        await api.post(
          `/admin/delivery/bookings/${bookingId}/delivered`,
          {},
          owner
        )
      }
      await stream.until(() =>
        stream.events.some(
          ({ data }) => (data as TrackerState).stage === "delivered"
        )
      )
      stream.close()
    })

    it("is in the audit log once, with who delivered it", async () => {
      const { data } = await api.get<ListAuditResponse>(
        `/admin/audit-entries?action=delivery.delivered&resource_id=${placed.order.id}`,
        owner
      )
      expect(data.entries).toMatchObject([
        { actor_type: "user", details: { booking_id: bookingId } },
      ])
    })
  })

  it("is healthy: database, outbox, reconciler, and a thread that does a sum", async () => {
    const { data } = await api.get<SystemHealthResponse>(
      "/admin/system/health",
      owner
    )
    expect(
      Object.fromEntries(data.checks.map(({ name, status }) => [name, status]))
    ).toEqual({
      database: "ok",
      activity_store: "ok",
      redis: "off",
      outbox: "ok",
      reconciler: "ok",
      pos: "off",
      worker_threads: "ok",
    })
    expect(data).toMatchObject({
      status: "ok",
      processes: [{ pid: app.pid, role: "shared", alive: true }],
      time_zone: "America/Los_Angeles",
    })
  })

  it("streams the server's clock", async () => {
    const ticks = await readEvents<SystemClockTick>(
      `${app.url}/admin/system/clock`,
      owner.headers,
      2
    )
    const [first, second] = ticks.map(({ now }) => Date.parse(now))
    expect(second).toBeGreaterThan(first)
  })

  it("lets every dashboard user in, as Medusa does without RBAC", async () => {
    const colleague = await inviteUser(api, owner)
    const { status } = await api.get("/admin/delivery/bookings", colleague)
    expect(status).toBe(200)
    expect((await refusal(api.get("/admin/delivery/bookings"))).status).toBe(
      401
    )
  })

  it("stops when asked, within its time", async () => {
    await app.stop()
    expect(await app.ended).toEqual({ code: 0, signal: null })
  })
})
