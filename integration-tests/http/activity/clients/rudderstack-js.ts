import type { World } from "./world"

/** `@rudderstack/analytics-js`, unmodified, in Chromium. */
export function rudderstackJs(world: World): void {
  const open = (prefix: string, options: Record<string, unknown> = {}) => {
    const { base, writeKey, shop } = world()
    const url = `${base}${prefix}`
    const settings = {
      configUrl: url,
      // Otherwise it asks another company's server which old browser this is.
      polyfillIfRequired: false,
      sendAdblockPage: false,
      ...options,
    }
    return shop.visit(
      "rudderstack",
      `window.client = new rudderanalytics.RudderAnalytics()
       client.load("${writeKey}", "${url}", ${JSON.stringify(settings)})
       window.ready = new Promise((resolve) => client.ready(resolve))`
    )
  }

  describe("@rudderstack/analytics-js, unmodified, in Chromium", () => {
    it.each(["/collect", ""])(
      "sends each of its calls across origins, to %p",
      async (prefix) => {
        const { shop, customer } = world()
        const visit = await open(prefix)
        const began = Date.now()
        await visit.run(`(async () => {
          await ready
          client.page("Shop", "Cakes", { path: "/cakes" })
          client.track("Product Viewed", { product_id: "prod_1" })
          client.identify("${customer}", { plan: "gold" })
          client.group("club", { size: 3 })
          client.alias("other", "${customer}")
        })()`)
        const events = await shop.stored(5)
        expect(events.map(({ type }) => type).sort()).toEqual([
          "alias",
          "group",
          "identify",
          "page",
          "track",
        ])
        const anonymous = await visit.run("client.getAnonymousId()")
        const of = (type: string) => events.find((each) => each.type === type)
        expect(new Set(events.map(({ anonymous_id }) => anonymous_id))).toEqual(
          new Set([anonymous])
        )
        expect(of("page")).toMatchObject({
          name: "Cakes",
          properties: { category: "Shop", path: "/cakes" },
          context: {
            campaign: { source: "letter" },
            page: { path: "/cakes", title: "Cakes" },
            sessionId: expect.any(Number),
            library: { name: "RudderLabs JavaScript SDK" },
          },
        })
        expect(of("track")).toMatchObject({
          name: "Product Viewed",
          properties: { product_id: "prod_1" },
        })
        expect(of("identify")).toMatchObject({ user_id: customer })
        for (const { occurred_at } of events) {
          expect(Math.abs(occurred_at.getTime() - began)).toBeLessThan(10_000)
        }
        expect(visit.asked()).toEqual(
          expect.arrayContaining([
            `${prefix}/sourceConfig/`,
            `${prefix}/v1/track`,
          ])
        )
        expect(visit.strangers()).toEqual([])
        expect(visit.problems()).toEqual([])
      }
    )

    it("sends batches when it is set so", async () => {
      const { shop } = world()
      const visit = await open("/collect", {
        queueOptions: { batch: { enabled: true, maxItems: 3 } },
      })
      await visit.run(`(async () => {
        await ready
        for (const name of ["One", "Two", "Three"]) client.track(name)
      })()`)
      const events = await shop.stored(3)
      expect(events.map(({ name }) => name).sort()).toEqual([
        "One",
        "Three",
        "Two",
      ])
      expect(visit.sent()).toContain("/collect/v1/batch")
      expect(visit.problems()).toEqual([])
    })

    it.each(["/collect", ""])(
      "sends beacons as the page is left, to %p",
      async (prefix) => {
        const { shop } = world()
        const visit = await open(prefix, {
          useBeacon: true,
          beaconQueueOptions: { maxItems: 10, flushQueueInterval: 600_000 },
        })
        await visit.run(`(async () => {
          await ready
          client.track("Product Viewed")
          client.track("Left")
        })()`)
        // It waits for ten minutes, or for the visitor to go.
        expect(visit.sent()).toEqual([`${prefix}/sourceConfig/`])
        await visit.leave()
        const events = await shop.stored(2)
        expect(events.map(({ name }) => name).sort()).toEqual([
          "Left",
          "Product Viewed",
        ])
        expect(visit.strangers()).toEqual([])
      }
    )
  })
}
