import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { EventStream } from "../../../src/lib/sse/__tests__/helpers/event-stream"
import type { ListBookingsResponse, TrackerState } from "../../../src/sdk/types"
import { Headers, signedInAdmin } from "../../helpers/actors"
import { createDeliveryNetwork } from "../../helpers/delivery-network"
import type { KnownPlace } from "../../helpers/districts"
import { HttpClient, httpClient, refusal } from "../../helpers/http-client"
import { createTestShop, TestShop } from "../../helpers/shop"
import {
  cartAt,
  chooseShippingAndPay,
  placeOrder,
  storefront,
} from "../../helpers/storefront"
import { waitFor } from "../../helpers/wait-for"

jest.setTimeout(120_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api: runner, getContainer }) => {
    let api: HttpClient
    let admin: { headers: Headers }
    let shop: TestShop
    let place: KnownPlace
    const streams: EventStream[] = []

    beforeAll(async () => {
      api = httpClient(runner.defaults.baseURL)
      admin = await signedInAdmin(getContainer(), api)
      shop = await createTestShop(getContainer())
      ;({
        places: [place],
      } = await createDeliveryNetwork(api, admin, { capacity: 5 }))
    })
    afterEach(() => streams.splice(0).forEach((stream) => stream.close()))

    /** Places an order into a slot and gives its tracking link. */
    const orderWithLink = async () => {
      const sdk = storefront(runner.defaults.baseURL, shop)
      const cartId = await cartAt(sdk, shop, place)
      const { slots } = await sdk.cornerstore.delivery.listSlots(cartId)
      const slot_id = slots.find(({ state }) => state === "open")?.id ?? ""
      await sdk.cornerstore.delivery.holdSlot(cartId, slot_id)
      await chooseShippingAndPay(sdk, cartId, shop.delivery_option_id, {
        slot_id,
      })
      const order = await placeOrder(sdk, cartId)
      const delivery = await waitFor("the booking of the order", async () => {
        const found = await sdk.cornerstore.delivery.retrieveForOrder(order.id)
        return found.delivery
      })
      const { data } = await api.get<ListBookingsResponse>(
        `/admin/delivery/bookings?order_id=${order.id}`,
        admin
      )
      return {
        order,
        bookingId: String(data.bookings[0].id),
        district: place.district,
        path: `/track/${delivery.tracking_token}`,
      }
    }

    it("shows the state behind a link, and each change at once", async () => {
      const { order, bookingId, district, path } = await orderWithLink()
      const { data: state, headers } = await api.get<TrackerState>(
        `${path}/state`
      )
      expect(state).toMatchObject({
        stage: "booked",
        order_number: order.display_id,
        district,
        delivered_at: null,
      })
      expect(headers["cache-control"]).toBe("no-store")
      const text = JSON.stringify(state)
      for (const secret of [
        order.id,
        bookingId,
        "Buyer",
        String(order.email),
      ]) {
        expect(text).not.toContain(secret)
      }

      const stream = await EventStream.open(
        `${runner.defaults.baseURL}${path}/events`
      )
      streams.push(stream)
      const [first] = await stream.untilEvents(1)
      expect(first).toEqual({ event: "state", data: state })

      await api.post(
        `/admin/delivery/bookings/${bookingId}/delivered`,
        {},
        admin
      )
      await stream.until(() =>
        stream.events.some(
          ({ data }) => (data as TrackerState).stage === "delivered"
        )
      )
    })

    it("says no more of an unknown link than of one cut short", async () => {
      const { path } = await orderWithLink()
      const answers = await Promise.all(
        [`/track/${"A".repeat(43)}`, path.slice(0, -1), "/track/x"]
          .flatMap((link) => ["state", "events"].map((end) => `${link}/${end}`))
          .map((link) => refusal(api.get(link)))
      )
      expect(new Set(answers.map(({ status }) => status))).toEqual(
        new Set([404])
      )
      expect(new Set(answers.map(({ data }) => data.message)).size).toBe(1)
    })

    it.each(["track", "driver"])(
      "serves the page of /%s and what it loads, and nothing beside it",
      async (path) => {
        const page = await api.get(`/${path}/anything`)
        expect(page.headers["content-type"]).toContain("text/html")
        expect(page.headers["content-security-policy"]).toContain(
          "default-src 'none'; script-src 'self'"
        )
        expect(page.headers["referrer-policy"]).toBe("no-referrer")
        expect(page.data).not.toMatch(/<script(?![^>]*\bsrc=)|https?:\/\//)

        const files = [
          ...String(page.data).matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g),
        ].map(([, file]) => file)
        // Script, style, icon, and what the pages share.
        expect(files.length).toBeGreaterThanOrEqual(3)
        for (const file of files) {
          const { headers } = await api.get(`/${path}/${file}`)
          expect(headers["cache-control"]).toContain("immutable")
        }
        for (const name of ["manifest.json", "..%2fmanifest.json", "x.js"]) {
          const { status } = await refusal(api.get(`/${path}/assets/${name}`))
          expect(status).toBe(404)
        }
      }
    )
  },
})
