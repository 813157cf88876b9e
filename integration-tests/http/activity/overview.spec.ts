import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Modules } from "@medusajs/framework/utils"
import { Analytics } from "@segment/analytics-node"

import type { ActivityOverviewResponse } from "../../../src/sdk/types"
import { rollUpActivity } from "../../../src/workflows/activity/roll-up"
import { tendActivityStore } from "../../../src/workflows/activity/tend-store"
import { Headers, signedInAdmin } from "../../helpers/actors"
import { HttpClient, httpClient, refusal } from "../../helpers/http-client"
import { createTestShop, TestShop } from "../../helpers/shop"
import { waitFor } from "../../helpers/wait-for"

jest.setTimeout(120_000)
process.env.MEDUSA_WORKER_MODE = "server"

const CHROME =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36"
const GOOGLEBOT =
  "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"

type Seen = {
  visitor: string
  minutesAgo: number
  path: string
  query?: string
  referrer?: string
  agent?: string
  /** A tracked event on the page; without one the page itself. */
  event?: string
  properties?: Record<string, unknown>
}

medusaIntegrationTestRunner({
  testSuite: ({ api: runner, getContainer }) => {
    let api: HttpClient
    let base: string
    let admin: { headers: Headers }
    let shop: TestShop

    beforeEach(async () => {
      base = runner.defaults.baseURL
      api = httpClient(base)
      admin = await signedInAdmin(getContainer(), api)
      shop = await createTestShop(getContainer())
    })

    const client = () =>
      new Analytics({
        writeKey: shop.publishable_key,
        host: base,
        path: "/collect/v1/batch",
      })

    /** Sends what browsers see, with the unmodified client. */
    const saw = async (...seen: Seen[]) => {
      const analytics = client()
      for (const { visitor, minutesAgo, path, query = "", ...more } of seen) {
        const url = `https://cakes.example${path}${query}`
        const page = { path, url, search: query, referrer: more.referrer ?? "" }
        const call = {
          anonymousId: visitor,
          timestamp: new Date(Date.now() - minutesAgo * 60_000),
          properties: { ...(more.event ? {} : page), ...more.properties },
          context: { page, userAgent: more.agent ?? CHROME },
        }
        if (more.event) {
          analytics.track({ ...call, event: more.event })
        } else {
          analytics.page(call)
        }
      }
      await analytics.closeAndFlush()
    }

    const overview = async (query = "") => {
      const { data } = await api.get<ActivityOverviewResponse>(
        `/admin/activity/overview?${query}`,
        admin
      )
      return data.overview
    }

    /** Counted as the job does it, once the events are before the horizon. */
    const counted = (count: number) => {
      let events = 0
      return waitFor("events to be counted", async () => {
        events += (await rollUpActivity(getContainer())).events
        return events >= count ? events : null
      })
    }

    it("is empty, and says so, before anybody came", async () => {
      await rollUpActivity(getContainer())
      const empty = await overview()
      expect(empty).toMatchObject({
        counted_until: null,
        time_zone: "America/Los_Angeles",
        totals: {
          visitors: { count: 0, basis: "exact" },
          visits: 0,
          bounce_share: null,
          visit_seconds: null,
        },
        pages: { total: 0, top: [] },
        products: { total: 0, top: [] },
      })
      expect(empty.days).toHaveLength(30)
    })

    it("tells visits, pages, sources, searches, products and machines apart", async () => {
      const products = getContainer().resolve(Modules.PRODUCT)
      const [cake] = await products.listProducts({}, { take: 1 })
      await saw(
        // Stays for five minutes, comes back an hour later.
        {
          visitor: "ada",
          minutesAgo: 120,
          path: "/",
          query: "?utm_source=Mail&utm_medium=email&utm_campaign=Easter",
        },
        {
          visitor: "ada",
          minutesAgo: 118,
          path: "/products/cake",
          event: "Product Viewed",
          properties: { product_id: cake.id },
        },
        {
          visitor: "ada",
          minutesAgo: 117,
          path: "/search",
          event: "Products Searched",
          properties: { query: "Lemon Tart" },
        },
        { visitor: "ada", minutesAgo: 115, path: "/cart" },
        { visitor: "ada", minutesAgo: 55, path: "/" },
        // Looks once and leaves.
        {
          visitor: "bob",
          minutesAgo: 50,
          path: "/orders/order_01K9Z3S5T7V9X1Z3B5D7F9H1K3",
          referrer: "https://www.google.com/",
        },
        { visitor: "bot", minutesAgo: 40, path: "/", agent: GOOGLEBOT }
      )
      await counted(7)
      // The shop's day may be the one before, and two hours may be two days.
      const day = (offset: number) =>
        new Date(Date.now() - offset * 86_400_000).toISOString().slice(0, 10)
      const seen = await overview(`from=${day(2)}&to=${day(0)}`)
      expect(seen.totals).toMatchObject({
        visitors: { count: 2, basis: "exact" },
        visits: 3,
        new_visits: 2,
        page_views: 4,
        events: 6,
        bot_events: 1,
        events_without_consent: 0,
      })
      expect(seen.totals.return_share).toBeCloseTo(1 / 3)
      expect(seen.totals.bounce_share).toBeCloseTo(2 / 3)
      expect(seen.totals.pages_per_visit).toBeCloseTo(4 / 3)
      expect(seen.totals.visit_seconds).toBeCloseTo(300 / 3, 0)
      expect(seen.pages).toEqual({
        total: 4,
        top: [
          { value: "/", count: 2 },
          { value: "/cart", count: 1 },
          { value: "/orders/:id", count: 1 },
        ],
      })
      expect(seen.entry_pages.top[0]).toEqual({ value: "/", count: 2 })
      expect(seen.exit_pages.top).toContainEqual({ value: "/cart", count: 1 })
      expect(new Set(seen.sources.top.map(({ value }) => value))).toEqual(
        new Set(["mail / email", "(direct) / (none)", "google / organic"])
      )
      expect(seen.campaigns.top).toEqual([
        { value: "mail / email / Easter", count: 1 },
      ])
      expect(seen.referrers.top).toEqual([{ value: "google.com", count: 1 }])
      expect(seen.devices.top).toEqual([{ value: "desktop", count: 3 }])
      expect(seen.searches.top).toEqual([{ value: "lemon tart", count: 1 }])
      expect(seen.products.top).toEqual([
        {
          value: cake.id,
          count: 1,
          title: cake.title,
          thumbnail: cake.thumbnail,
        },
      ])
      expect(seen.bots.top).toEqual([{ value: "googlebot", count: 1 }])
      expect(seen.days).toHaveLength(3)
      const sum = seen.days.reduce((all, { visits }) => all + visits, 0)
      expect(sum).toBe(3)
      expect(seen.previous).toBeNull()
      expect(seen.counted_until).not.toBeNull()
      // What is kept for ever names nobody.
      expect(JSON.stringify(seen)).not.toMatch(/ada|bob|order_01/)
    })

    it("counts what is kept without consent, and nothing else of it", async () => {
      await fetch(new URL("/collect/v1/track", base), {
        method: "POST",
        headers: { "sec-gpc": "1", "content-type": "application/json" },
        body: JSON.stringify({
          writeKey: shop.publishable_key,
          anonymousId: "shy",
          event: "Product Viewed",
        }),
      })
      const { totals } = await waitFor("the count", async () => {
        const now = await overview()
        return now.totals.events_without_consent ? now : null
      })
      expect(totals).toMatchObject({
        events_without_consent: 1,
        events: 0,
        visits: 0,
      })
    })

    it("refuses days that are none, in the wrong order, alone, or too many", async () => {
      const refused = async (query: string) =>
        (await refusal(api.get(`/admin/activity/overview?${query}`, admin)))
          .status
      expect(
        await Promise.all(
          [
            "from=2026-02-30&to=2026-03-01",
            "from=2026-03-02&to=2026-03-01",
            "from=2026-03-02",
            "from=2024-01-01&to=2026-03-01",
            "days=3",
          ].map(refused)
        )
      ).toEqual([400, 400, 400, 400, 400])
      const nobody = await refusal(api.get("/admin/activity/overview"))
      expect(nobody.status).toBe(401)
    })

    it("stays when the store is tended", async () => {
      const done = await tendActivityStore(getContainer())
      expect(done).toMatchObject({ dropped: [], kept: [], forgotten: 0 })
    })
  },
})
