import type { BrowserShop } from "./browser-shop"
import type { World } from "./world"

/** `@segment/analytics-next`, unmodified, in Chromium. */
export function segmentNext(world: World): void {
  /** Opens a page of another origin that has loaded the client. */
  const open = (
    shop: BrowserShop,
    prefix: string,
    segment: Record<string, unknown> = {}
  ) => {
    const { base, writeKey } = world()
    const settings = {
      apiHost: `${new URL(base).host}${prefix}/v1`,
      protocol: "http",
      ...segment,
    }
    return shop.visit(
      "segment",
      `window.client = AnalyticsNext.AnalyticsBrowser.load(
        { writeKey: "${writeKey}", cdnURL: "${base}${prefix}" },
        { integrations: { "Segment.io": ${JSON.stringify(settings)} } })`
    )
  }

  describe("@segment/analytics-next, unmodified, in Chromium", () => {
    it.each(["/collect", ""])(
      "sends each of its calls across origins, to %p",
      async (prefix) => {
        const { shop, customer } = world()
        const visit = await open(shop, prefix)
        const began = Date.now()
        await visit.run(`(async () => {
          await client.page("Cakes")
          await client.track("Product Viewed", { product_id: "prod_1", name: "Lemon cake" })
          await client.identify("${customer}", { plan: "gold" })
          await client.group("club", { size: 3 })
          await client.alias("${customer}")
          await client.screen("Cart")
        })()`)
        const events = await shop.stored(6)
        expect(events.map(({ type }) => type).sort()).toEqual([
          "alias",
          "group",
          "identify",
          "page",
          "screen",
          "track",
        ])
        const anonymous = await visit.run(
          "client.user().then((user) => user.anonymousId())"
        )
        const of = (type: string) => events.find((each) => each.type === type)
        expect(new Set(events.map(({ anonymous_id }) => anonymous_id))).toEqual(
          new Set([anonymous])
        )
        expect(of("page")).toMatchObject({
          name: "Cakes",
          user_id: null,
          properties: { path: "/cakes", title: "Cakes" },
          context: {
            campaign: { source: "letter" },
            page: { path: "/cakes" },
            library: {
              name: "analytics.js",
              version: expect.stringContaining("next"),
            },
          },
        })
        expect(of("track")).toMatchObject({
          name: "Product Viewed",
          properties: { product_id: "prod_1", name: "Lemon cake" },
        })
        expect(of("identify")).toMatchObject({
          user_id: customer,
          properties: { plan: "gold" },
        })
        for (const { occurred_at } of events) {
          expect(Math.abs(occurred_at.getTime() - began)).toBeLessThan(10_000)
        }
        expect(visit.asked()).toContain(`${prefix}/v1/t`)
        expect(visit.strangers()).toEqual([])
        expect(visit.problems()).toEqual([])
      }
    )

    it("sends batches when it is set so, the last one as the page is left", async () => {
      const { shop } = world()
      const visit = await open(shop, "/collect", {
        deliveryStrategy: {
          strategy: "batching",
          config: { size: 3, timeout: 60_000 },
        },
      })
      await visit.run(`(async () => {
        await Promise.all(["One", "Two", "Three"].map((name) => client.track(name)))
        await client.track("Left")
      })()`)
      await shop.stored(3)
      await visit.leave()
      const events = await shop.stored(4)
      expect(events.map(({ name }) => name).sort()).toEqual([
        "Left",
        "One",
        "Three",
        "Two",
      ])
      expect(new Set(visit.sent())).toContain("/collect/v1/b")
      expect(visit.problems()).toEqual([])
    })

    it("may repeat what it sent when the answer was lost; it is there once", async () => {
      const { shop } = world()
      const visit = await open(shop, "/collect")
      const answers: number[] = []
      // The browser's own network: the server has the event, the page no answer.
      await visit.page.route(/\/collect\/v1\/t$/, async (route) => {
        const answer = await route.fetch()
        answers.push(answer.status())
        await (answers.length === 1
          ? route.abort("connectionreset")
          : route.fulfill({ response: answer }))
      })
      await visit.run(`client.track("Product Added")`)
      await shop.until("the client to try again", () => answers.length >= 2)
      expect(answers).toEqual([200, 200])
      expect((await shop.stored(1)).map(({ name }) => name)).toEqual([
        "Product Added",
      ])
    })
  })
}
