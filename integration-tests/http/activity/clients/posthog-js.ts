import type { World } from "./world"

/** `posthog-js`, unmodified, in Chromium. */
export function posthogJs(world: World): void {
  const open = (prefix: string, options: Record<string, unknown> = {}) => {
    const { base, writeKey, shop } = world()
    const settings = {
      api_host: `${base}${prefix}`,
      // A driven browser says that it is one, and would be left out.
      opt_out_useragent_filter: true,
      ...options,
    }
    return shop.visit(
      "posthog",
      `posthog.init("${writeKey}", ${JSON.stringify(settings)})`
    )
  }

  describe("posthog-js, unmodified, in Chromium", () => {
    it.each(["/collect", ""])(
      "sends what the shop says across origins, to %p",
      async (prefix) => {
        const { shop, customer } = world()
        const visit = await open(prefix)
        const began = Date.now()
        const anonymous = await visit.run("posthog.get_distinct_id()")
        await visit.page.click("button")
        await visit.run(`
          posthog.capture("Product Viewed", { product_id: "prod_1" })
          posthog.identify("${customer}", { plan: "gold" })
          posthog.group("company", "club", { size: 3 })
          posthog.capture("Product Added")
          posthog.alias("other")
        `)
        const events = await shop.stored(6)
        expect(
          events.map(({ type, name }) => `${type} ${name ?? ""}`.trim()).sort()
        ).toEqual([
          "alias",
          "group",
          "identify",
          "page",
          "track Product Added",
          "track Product Viewed",
        ])
        const of = (type: string) => events.find((each) => each.type === type)
        expect(of("page")).toMatchObject({
          anonymous_id: anonymous,
          user_id: null,
          properties: { path: "/cakes", title: "Cakes" },
          context: {
            campaign: { source: "letter" },
            page: { path: "/cakes", search: "?utm_source=letter" },
            userAgent: expect.stringContaining("Mozilla"),
            library: { name: "posthog-js", version: "1.449.2" },
          },
        })
        expect(of("identify")).toMatchObject({
          anonymous_id: anonymous,
          user_id: customer,
          properties: { plan: "gold" },
        })
        expect(of("group")).toMatchObject({
          properties: { groupId: "club", size: 3 },
        })
        expect(of("alias")).toMatchObject({
          user_id: customer,
          properties: { previousId: "other" },
        })
        const named = (name: string) =>
          events.find((each) => each.name === name)
        expect(named("Product Viewed")).toMatchObject({
          anonymous_id: anonymous,
          user_id: null,
          properties: { product_id: "prod_1" },
        })
        expect(named("Product Added")).toMatchObject({
          anonymous_id: anonymous,
          user_id: customer,
        })
        expect(new Set(events.map(({ message_id }) => message_id)).size).toBe(6)
        for (const { occurred_at } of events) {
          expect(Math.abs(occurred_at.getTime() - began)).toBeLessThan(10_000)
        }
        // Flags, for the new person; nothing that would record, click, ask or load.
        const { writeKey } = world()
        expect([...new Set(visit.sent())].sort()).toEqual([
          `${prefix}/array/${writeKey}/config.js`,
          `${prefix}/e/`,
          `${prefix}/flags/`,
        ])
        expect(visit.asked()).toEqual([])
        expect(visit.strangers()).toEqual([])
        expect(visit.problems()).toEqual([])
      }
    )

    it.each(["/collect", ""])(
      "sends beacons as the page is left, to %p",
      async (prefix) => {
        const { shop } = world()
        const visit = await open(prefix)
        await shop.stored(1)
        await visit.run(`posthog.capture("Left")`)
        await visit.leave()
        const events = await shop.stored(3)
        expect(events.map(({ type, name }) => name ?? type).sort()).toEqual([
          "$pageleave",
          "Left",
          "page",
        ])
        expect(visit.asked()).toEqual([])
        expect(visit.strangers()).toEqual([])
      }
    )

    it("sends as JSON, and asks before, when it may not compress", async () => {
      const { shop } = world()
      const visit = await open("/collect", { disable_compression: true })
      await visit.run(`posthog.capture("Product Viewed")`)
      await shop.stored(2)
      expect(visit.asked()).toContain("/collect/e/")
      expect(visit.problems()).toEqual([])
    })

    it("may repeat what it sent when the answer was lost; it is there once", async () => {
      const { shop } = world()
      const visit = await open("/collect", { capture_pageview: false })
      const answers: number[] = []
      await visit.page.route(/\/collect\/e\//, async (route) => {
        const answer = await route.fetch()
        answers.push(answer.status())
        await (answers.length === 1
          ? route.abort("connectionreset")
          : route.fulfill({ response: answer }))
      })
      await visit.run(`posthog.capture("Product Added")`)
      await shop.until("the client to try again", () => answers.length >= 2)
      expect(answers).toEqual([200, 200])
      expect((await shop.stored(1)).map(({ name }) => name)).toEqual([
        "Product Added",
      ])
    })
  })
}
