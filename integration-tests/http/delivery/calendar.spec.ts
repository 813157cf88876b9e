import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import {
  Component,
  instantOf,
  readCalendarFile,
  textOf,
} from "../../../src/modules/delivery/domain/__tests__/helpers/read-ical"
import type {
  AdminBooking,
  AdminCalendarFeed,
  CalendarFeedResponse,
  CreateCalendarFeed,
  DeliveryCalendarResponse,
  ListAuditResponse,
  ListBookingsResponse,
  ListCalendarFeedsResponse,
} from "../../../src/sdk/types"
import { Headers, signedInAdmin } from "../../helpers/actors"
import {
  createDeliveryNetwork,
  DeliveryNetwork,
} from "../../helpers/delivery-network"
import { HttpClient, httpClient, refusal } from "../../helpers/http-client"
import { placeDelivery, PlacedOrder } from "../../helpers/routes"
import { createTestShop, TestShop } from "../../helpers/shop"
import { cartAt, Storefront, storefront } from "../../helpers/storefront"
import { waitFor } from "../../helpers/wait-for"

jest.setTimeout(120_000)

const FEEDS = "/admin/delivery/calendar-feeds"
const PHONE = "+1 415 555 0199"

medusaIntegrationTestRunner({
  testSuite: ({ api: runner, getContainer }) => {
    let api: HttpClient
    let admin: { headers: Headers; user: { id: string } }
    let shop: TestShop
    let sdk: Storefront
    let network: DeliveryNetwork

    beforeAll(async () => {
      const container = getContainer()
      api = httpClient(runner.defaults.baseURL)
      admin = await signedInAdmin(container, api)
      shop = await createTestShop(container)
      sdk = storefront(runner.defaults.baseURL, shop)
      network = await createDeliveryNetwork(api, admin, { capacity: 2 })
    })

    const place = (at: 0 | 1 = 0): Promise<PlacedOrder> =>
      placeDelivery(
        { api, admin, sdk, shop },
        network.places[at],
        "pp_system_default",
        async (cartId) => {
          const { lat, lng } = network.places[at]
          await sdk.store.cart.update(cartId, {
            shipping_address: {
              first_name: "Ada",
              last_name: "Łuk; & Co",
              address_1: "1 Test Street, left door",
              city: "San Francisco",
              country_code: "us",
              postal_code: "94110",
              phone: PHONE,
              metadata: { lat, lng },
            },
          })
        }
      )

    const bookingOf = async ({ order_id }: PlacedOrder) => {
      const { data } = await api.get<ListBookingsResponse>(
        `/admin/delivery/bookings?order_id=${order_id}`,
        admin
      )
      return data.bookings[0]
    }

    const districtId = (at: 0 | 1) =>
      network.districts.find(({ name }) => name === network.places[at].district)
        ?.id

    const createFeed = async (
      feed: CreateCalendarFeed = { name: "Kitchen" }
    ): Promise<AdminCalendarFeed> => {
      const { data } = await api.post<CalendarFeedResponse>(FEEDS, feed, admin)
      return data.calendar_feed
    }

    /** Asks as a calendar application does: no key, no session. */
    const ask = (
      feed: Pick<AdminCalendarFeed, "url">,
      options: RequestInit = {}
    ) =>
      fetch(
        new URL(new URL(feed.url).pathname, runner.defaults.baseURL),
        options
      )

    const events = async (feed: AdminCalendarFeed): Promise<Component[]> => {
      const response = await ask(feed)
      expect(response.status).toBe(200)
      const calendar = readCalendarFile(await response.text())
      expect(textOf(calendar, "X-WR-CALNAME")).toBe(feed.name)
      return calendar.components.filter(({ name }) => name === "VEVENT")
    }

    const eventOf = async (feed: AdminCalendarFeed, { id }: AdminBooking) => {
      const found = (await events(feed)).filter((event) =>
        textOf(event, "UID")?.startsWith(`${id}@`)
      )
      expect(found).toHaveLength(1)
      return found[0]
    }

    /** As if the order had been placed an hour ago: a sequence counts seconds. */
    const age = async ({ id, slot }: AdminBooking) => {
      const sql = getContainer().resolve(
        ContainerRegistrationKeys.PG_CONNECTION
      )
      for (const [table, key] of [
        ["delivery_booking", id],
        ["delivery_slot", slot.id],
      ]) {
        await sql(table)
          .where({ id: key })
          .update({
            created_at: sql.raw("created_at - interval '1 hour'"),
            updated_at: sql.raw("updated_at - interval '1 hour'"),
          })
      }
    }

    describe("the calendar", () => {
      const calendar = async (query: string) => {
        const { data } = await api.get<DeliveryCalendarResponse>(
          `/admin/delivery/calendar?${query}`,
          admin
        )
        return data
      }

      it("shows each day of a range with the load of its districts", async () => {
        const { slot } = await bookingOf(await place())
        await api.post(
          `/admin/delivery/bookings/${(await bookingOf(await place())).id}/delivered`,
          {},
          admin
        )
        const { days, time_zone } = await calendar(
          `from=${slot.date}&to=${slot.date}`
        )
        expect(time_zone).toBe("America/Los_Angeles")
        expect(days).toHaveLength(1)
        expect(days[0].districts.map(({ name }) => name).sort()).toEqual(
          network.places.map(({ district }) => district).sort()
        )
        const [own, other] = ([0, 1] as const).map((at) =>
          days[0].districts.find(({ id }) => id === districtId(at))
        )
        expect(own?.slots).toEqual([
          {
            id: slot.id,
            starts_at: slot.starts_at,
            ends_at: slot.ends_at,
            capacity_orders: 2,
            reserved_orders: 2,
            booked: 1,
            delivered: 1,
            is_open: true,
          },
        ])
        expect(other?.slots).toMatchObject([
          { reserved_orders: 0, booked: 0, delivered: 0 },
        ])
      })

      it("has the days without a slot too, and one district alone when asked", async () => {
        const { days } = await calendar(
          `from=2031-01-01&to=2031-02-11&district_id=${districtId(1)}`
        )
        expect(days).toHaveLength(42)
        expect(days[41]).toEqual({ date: "2031-02-11", districts: [] })

        const { slot } = await bookingOf(await place())
        const one = await calendar(
          `from=${slot.date}&to=${slot.date}&district_id=${districtId(1)}`
        )
        expect(one.days[0].districts.map(({ id }) => id)).toEqual([
          districtId(1),
        ])
      })

      it.each([
        ["more than six weeks", "from=2031-01-01&to=2031-02-12"],
        ["days in the wrong order", "from=2031-01-02&to=2031-01-01"],
        ["a day that cannot be", "from=2031-13-01&to=2031-13-02"],
        ["no end", "from=2031-01-01"],
      ])("refuses %s", async (_, query) => {
        const { status } = await refusal(calendar(query))
        expect(status).toBe(400)
      })

      it("is for who has signed in", async () => {
        const { status } = await refusal(
          api.get("/admin/delivery/calendar?from=2031-01-01&to=2031-01-01")
        )
        expect(status).toBe(401)
      })
    })

    describe("a secret link", () => {
      it("shows an order's delivery, and of the customer no more than is needed", async () => {
        const order = await place()
        const booking = await bookingOf(order)
        const feed = await createFeed({ name: "Küche; oben" })
        const event = await eventOf(feed, booking)
        expect(textOf(event, "UID")).toBe(
          `${booking.id}@${new URL(feed.url).host}`
        )
        expect(textOf(event, "SUMMARY")).toBe(
          `#${order.display_id} Ada Ł. · ${network.places[0].district}`
        )
        expect(textOf(event, "LOCATION")).toBe(
          "1 Test Street, left door, 94110 San Francisco"
        )
        expect(textOf(event, "CATEGORIES")).toBe(network.places[0].district)
        expect(textOf(event, "STATUS")).toBe("CONFIRMED")
        // There is no dashboard in this suite to lead to.
        expect(textOf(event, "URL")).toBeUndefined()
        expect(instantOf(event, "DTSTART").toISOString()).toBe(
          booking.slot.starts_at
        )
        expect(instantOf(event, "DTEND").toISOString()).toBe(
          booking.slot.ends_at
        )
        const text = await (await ask(feed)).text()
        for (const secret of [PHONE, "ada@example.com", "Łuk"]) {
          expect(text).not.toContain(secret)
        }
      })

      it("has its own district's deliveries only", async () => {
        const here = await bookingOf(await place(0))
        const there = await bookingOf(await place(1))
        const feed = await createFeed({
          name: "Mission",
          district_id: districtId(0),
        })
        expect(feed.district?.name).toBe(network.places[0].district)
        const uids = (await events(feed)).map((event) => textOf(event, "UID"))
        expect(uids).toEqual([expect.stringContaining(here.id)])

        const all = await events(await createFeed())
        expect(all.map((event) => textOf(event, "UID")).sort()).toEqual(
          [here, there].map(({ id }) => expect.stringContaining(id)).sort()
        )
      })

      it("leaves out what carts only hold, and is not new for it", async () => {
        await place()
        const feed = await createFeed()
        const first = await ask(feed)
        expect(first.headers.get("content-type")).toBe(
          "text/calendar; charset=utf-8"
        )
        expect(first.headers.get("cache-control")).toBe("private, max-age=300")
        const etag = first.headers.get("etag") ?? ""

        const cartId = await cartAt(sdk, shop, network.places[0])
        const { slots } = await sdk.cornerstore.delivery.listSlots(cartId)
        const open = slots.find(({ state }) => state === "open")
        await sdk.cornerstore.delivery.holdSlot(cartId, open?.id ?? "")
        expect(await events(feed)).toHaveLength(1)

        const again = await ask(feed, { headers: { "if-none-match": etag } })
        expect(again.status).toBe(304)
        expect(await again.text()).toBe("")
        const strong = etag.replace(/^W\//, "")
        const listed = await ask(feed, {
          headers: { "if-none-match": `"other", ${strong}` },
        })
        expect(listed.status).toBe(304)

        await place()
        const changed = await ask(feed, { headers: { "if-none-match": etag } })
        expect(changed.status).toBe(200)
      })

      it("answers HEAD", async () => {
        const feed = await createFeed()
        const response = await ask(feed, { method: "HEAD" })
        expect(response.status).toBe(200)
        expect(response.headers.get("content-type")).toBe(
          "text/calendar; charset=utf-8"
        )
        expect(response.headers.get("etag")).toMatch(/^W\/"/)
      })

      it("follows a delivery to another slot, as the same event", async () => {
        const order = await place()
        const booking = await bookingOf(order)
        await age(booking)
        const feed = await createFeed()
        const before = await eventOf(feed, booking)

        const cartId = await cartAt(sdk, shop, network.places[0])
        const { slots } = await sdk.cornerstore.delivery.listSlots(cartId)
        const next = slots.find(
          ({ id, state }) => state === "open" && id !== booking.slot.id
        )
        await api.post(
          `/admin/orders/${order.order_id}/delivery-slot`,
          { slot_id: next?.id },
          admin
        )
        const after = await eventOf(feed, booking)
        expect(instantOf(after, "DTSTART").toISOString()).toBe(next?.starts_at)
        expect(textOf(after, "UID")).toBe(textOf(before, "UID"))
        expect(sequence(after)).toBeGreaterThan(sequence(before))
      })

      it("keeps a canceled delivery as canceled, without the address", async () => {
        const order = await place()
        const booking = await bookingOf(order)
        await age(booking)
        const feed = await createFeed()
        const before = await eventOf(feed, booking)
        await api.post(`/admin/orders/${order.order_id}/cancel`, {}, admin)
        const canceled = await waitFor("the cancellation", async () => {
          const event = await eventOf(feed, booking)
          return textOf(event, "STATUS") === "CANCELLED" ? event : null
        })
        expect(sequence(canceled)).toBeGreaterThan(sequence(before))
        expect(textOf(canceled, "UID")).toBe(textOf(before, "UID"))
        expect(textOf(canceled, "LOCATION")).toBeUndefined()
        expect(instantOf(canceled, "DTSTART")).toEqual(
          instantOf(before, "DTSTART")
        )
      })

      it("is shown again, renamed, and dead as soon as it is revoked", async () => {
        const feed = await createFeed({ name: "Old phone" })
        await api.post(`${FEEDS}/${feed.id}`, { name: "New phone" }, admin)
        await ask(feed)
        const { data } = await api.get<ListCalendarFeedsResponse>(FEEDS, admin)
        expect(data.count).toBe(1)
        expect(data.calendar_feeds[0]).toMatchObject({
          id: feed.id,
          name: "New phone",
          url: feed.url,
          read_at: expect.any(String),
        })

        await api.delete(`${FEEDS}/${feed.id}`, admin)
        const dead = await ask(feed)
        const unknown = await ask({
          url: feed.url.replace(/[^/]+\.ics$/, `${"A".repeat(43)}.ics`),
        })
        expect([dead.status, unknown.status]).toEqual([404, 404])
        expect(dead.headers.get("cache-control")).toBe("no-store")
        expect(await dead.text()).toBe(await unknown.text())

        const left = await api.get<ListCalendarFeedsResponse>(FEEDS, admin)
        expect(left.data.calendar_feeds).toEqual([])
        const twice = await refusal(api.delete(`${FEEDS}/${feed.id}`, admin))
        expect(twice.status).toBe(404)

        const audit = await api.get<ListAuditResponse>(
          `/admin/audit-entries?resource_id=${feed.id}`,
          admin
        )
        expect(audit.data.entries.map(({ action }) => action).sort()).toEqual([
          "delivery_calendar_feed.created",
          "delivery_calendar_feed.revoked",
          "delivery_calendar_feed.updated",
        ])
        expect(audit.data.entries[0].actor_id).toBe(admin.user.id)
        const [, token] = /([^/]+)\.ics$/.exec(feed.url) ?? []
        expect(JSON.stringify(audit.data)).not.toContain(token)
      })

      it("is refused for a district that does not exist, and without its ending", async () => {
        const { status, data } = await refusal(
          api.post(FEEDS, { name: "Nowhere", district_id: "ddis_no" }, admin)
        )
        expect(status).toBe(400)
        expect(data.message).toContain("ddis_no")
        const feed = await createFeed()
        const bare = await ask({ url: feed.url.replace(/\.ics$/, "") })
        expect(bare.status).toBe(404)
      })
    })
  },
})

const sequence = (event: Component): number => Number(textOf(event, "SEQUENCE"))
