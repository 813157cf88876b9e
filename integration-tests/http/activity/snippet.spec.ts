import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { Browser, BrowserContext, Page } from "playwright-core"

import type { TrackingClient, TrackingState } from "../../../src/sdk/types"
import { createPublishableKey } from "../../helpers/actors"
import { launchChromium } from "../../helpers/chromium"
import { waitFor } from "../../helpers/wait-for"
import { StoredEvent, storedEvents } from "./clients/stored-events"
import { ForeignSite, foreignSite } from "./foreign-page"

jest.setTimeout(120_000)
process.env.MEDUSA_WORKER_MODE = "server"

type Words = { [Name in keyof TrackingClient]?: unknown[] }

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer, dbConnection }) => {
    describe("our snippet on a page of another origin, in Chromium", () => {
      let shop: string
      let writeKey: string
      let browser: Browser
      let visitor: BrowserContext
      let site: ForeignSite
      let problems: string[]

      beforeAll(async () => {
        shop = new URL(api.defaults.baseURL).origin
        writeKey = (await createPublishableKey(getContainer())).key
        browser = await launchChromium()
      })
      afterAll(() => browser?.close())
      beforeEach(async () => {
        problems = []
        visitor = await browser.newContext()
      })
      afterEach(async () => {
        await visitor.close()
        await site?.close()
      })

      /**
       * A site with the snippet.
       *
       * @param attributes - of the script element
       * @param first - runs before the snippet has loaded
       */
      const build = async (attributes = "", first = "") => {
        site = await foreignSite(
          shop,
          `<!doctype html><title>Cakes</title>
           <script nonce="NONCE">window.cornerstore = []; ${first}</script>
           <script async src="${shop}/collect/snippet.js" data-key="${writeKey}" ${attributes}></script>`
        )
        return site
      }
      const open = async (path = "/", from = visitor): Promise<Page> => {
        const page = await from.newPage()
        page.on("pageerror", ({ message }) => problems.push(message))
        page.on("console", (message) => {
          if (message.type() === "error") {
            problems.push(message.text())
          }
        })
        await page.goto(site.url + path)
        return page
      }
      const stored = () => storedEvents(dbConnection)
      const names = (events: StoredEvent[]) =>
        events.map(({ type, name }) => (type === "track" ? name : type))
      const untilStored = (...wanted: string[]) =>
        waitFor(`${wanted.join(", ")} to be stored`, async () => {
          const events = await stored()
          return wanted.every((name) => names(events).includes(name))
            ? events
            : null
        })
      /** Events without consent, by name. */
      const counted = async (): Promise<Record<string, number>> => {
        const { rows } = (await dbConnection.raw(
          `select value, events from activity.daily_fact
            where kind = 'event_without_consent'`
        )) as { rows: { value: string; events: string }[] }
        return Object.fromEntries(
          rows.map(({ value, events }) => [value, Number(events)])
        )
      }
      const untilCounted = (name: string) =>
        waitFor(`${name} to be counted`, async () => {
          const counts = await counted()
          return counts[name] ? counts : null
        })
      /** What the shop was told that a browser's visitor chose. */
      const untilChosen = (id: string, analytics: boolean) =>
        waitFor(`a ${analytics ? "yes" : "no"} to be kept`, async () => {
          const { rows } = await dbConnection.raw(
            `select 1 from activity.visitor_choice
              where anonymous_id = ? and analytics = ?`,
            [id, analytics]
          )
          return rows.length ? true : null
        })
      const kept = (page: Page) =>
        page.evaluate<Record<string, string>>("({ ...localStorage })")
      const call = (page: Page, words: Words) =>
        page.evaluate(
          `for (const call of ${JSON.stringify(
            Object.entries(words).map(([name, rest]) => [name, ...rest])
          )}) cornerstore.push(call)`
        )
      /** What `visibilityState` says, as when another tab comes before it. */
      const turn = (page: Page, state: "visible" | "hidden") =>
        page.evaluate(`
          Object.defineProperty(document, "visibilityState", {
            configurable: true, get: () => "${state}" })
          document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))`)

      it("weighs less than 4 kB and is loaded again only when it changed", async () => {
        const url = `${shop}/collect/snippet.js`
        const packed = await fetch(url, {
          headers: { "accept-encoding": "gzip" },
        })
        expect(packed.headers.get("content-encoding")).toBe("gzip")
        expect(Number(packed.headers.get("content-length"))).toBeLessThan(4_000)
        expect(packed.headers.get("content-type")).toMatch("text/javascript")
        const text = await packed.text()
        expect(text).not.toMatch(/\beval\(|new Function|document\.cookie/)
        expect(text.match(/https?:\/\//g)).toBeNull()

        const etag = String(packed.headers.get("etag"))
        const again = await fetch(url, { headers: { "if-none-match": etag } })
        expect([again.status, await again.text()]).toEqual([304, ""])
      })

      it("tells of pages, also of an application's, with where the visit came from", async () => {
        await build(`data-search="q"`)
        const page = await open(
          "/cakes?utm_source=letter&utm_campaign=May&gclid=Cj0&email=ada@example.com#top"
        )
        await untilStored("page")
        await page.evaluate(`
          document.title = "Lemon cake"
          history.pushState({}, "", "/cakes/lemon")
          history.replaceState({}, "", "/cakes/lemon#reviews")`)
        await waitFor("the second page", async () =>
          (await stored()).length === 2 ? true : null
        )
        await page.evaluate(`history.pushState({}, "", "/find?q=poppy+seed")`)
        await untilStored("Products Searched")
        await page.goBack()
        const events = await waitFor("all pages", async () => {
          const all = await stored()
          return all.length === 5 ? all : null
        })

        expect(names(events)).toEqual([
          "page",
          "page",
          "page",
          "Products Searched",
          "page",
        ])
        expect(events.map(({ properties }) => properties.path)).toEqual([
          "/cakes",
          "/cakes/lemon",
          "/find",
          undefined,
          "/cakes/lemon",
        ])
        expect(events[1].properties).toMatchObject({
          title: "Lemon cake",
          referrer: `${site.url}/cakes?utm_source=letter&utm_campaign=May&gclid=Cj0`,
        })
        expect(events[3].properties).toEqual({ query: "poppy seed" })
        for (const { context } of events) {
          expect(context).toMatchObject({
            campaign: { source: "letter", name: "May" },
            referrer: {
              type: "gclid",
              id: "Cj0",
              link: `${site.url}/cakes?utm_source=letter&utm_campaign=May&gclid=Cj0`,
            },
            library: { name: "cornerstore" },
          })
        }
        expect(JSON.stringify(events)).not.toContain("ada")
        const { "cornerstore:id": id } = await kept(page)
        expect(new Set(events.map((event) => event.anonymous_id))).toEqual(
          new Set([id])
        )
        expect(await visitor.cookies()).toEqual([])
        expect(problems).toEqual([])
      })

      it("asks nothing ahead of what it sends", async () => {
        await build()
        const methods: string[] = []
        visitor.on("request", (request) => {
          if (request.url().includes("/collect/v1/")) {
            methods.push(request.method())
          }
        })
        const page = await open()
        await call(page, { track: ["Quiz Taken", { score: 3 }] })
        const [, quiz] = await untilStored("Quiz Taken")
        expect(quiz.properties).toEqual({ score: 3 })
        expect(new Set(methods)).toEqual(new Set(["POST"]))
      })

      it("keeps calls that came before it, in their order", async () => {
        await build(
          "",
          `cornerstore.push(["identify", "cus_1", { plan: "gold" }])
           cornerstore.push(["search", "lemon", { results: 2 }])
           cornerstore.push(["subscribe", (state) => (window.state = state)])`
        )
        const page = await open()
        const events = await untilStored(
          "identify",
          "page",
          "Products Searched"
        )
        expect(events).toHaveLength(3)
        expect(events.every(({ user_id }) => user_id === "cus_1")).toBe(true)
        expect(
          events.find(({ type }) => type === "identify")?.properties
        ).toEqual({ plan: "gold" })
        const { visitorId } = await page.evaluate<TrackingState>("state")
        expect(visitorId).toBe(events[0].anonymous_id)

        await call(page, { reset: [] })
        const after = await page.evaluate<TrackingState>("state")
        expect(after.visitorId).not.toBe(visitorId)
        await call(page, { track: ["Quiz Taken"] })
        const [quiz] = (await untilStored("Quiz Taken")).slice(-1)
        expect(quiz).toMatchObject({
          anonymous_id: after.visitorId,
          user_id: null,
        })
      })

      it("measures how long a product was seen, not how long it was open", async () => {
        await visitor.clock.install()
        await build()
        const page = await open("/cakes/lemon")
        await page.waitForFunction("!!cornerstore.product")
        const product = { product_id: "prod_1", name: "Lemon cake" }
        await call(page, { product: [product] })
        await visitor.clock.runFor(4_000)
        await turn(page, "hidden")
        const [first] = (await untilStored("Product Dwell Recorded")).filter(
          ({ name }) => name === "Product Viewed"
        )
        expect(first.properties).toEqual(product)

        await visitor.clock.runFor(600_000)
        await turn(page, "visible")
        await visitor.clock.runFor(2_500)
        await page.evaluate(`history.pushState({}, "", "/cart")`)
        await visitor.clock.runFor(1_000)
        const dwells = await waitFor("the rest of the dwell", async () => {
          const found = (await stored()).filter(
            ({ name }) => name === "Product Dwell Recorded"
          )
          return found.length === 2 ? found : null
        })
        expect(dwells.map(({ properties }) => properties)).toEqual([
          {
            product_id: "prod_1",
            view_id: first.message_id,
            dwell_seconds: expect.closeTo(4, 0),
          },
          {
            product_id: "prod_1",
            view_id: first.message_id,
            dwell_seconds: expect.closeTo(2.5, 0),
          },
        ])
      })

      it("still sends when the page is closed", async () => {
        await build()
        const page = await open("/cakes/lemon")
        await page.waitForFunction("!!cornerstore.product")
        await page.evaluate(`
          cornerstore.product({ product_id: "prod_1" })
          location.href = "about:blank"`)
        const events = await untilStored("page", "Product Viewed")
        expect(events).toHaveLength(2)
      })

      it("sends again with the same ids when the answer was lost; all is there once", async () => {
        await build()
        const bodies: string[] = []
        await visitor.route(/\/collect\/v1\/batch$/, async (route) => {
          bodies.push(String(route.request().postData()))
          const response = await route.fetch()
          const headers = { ...response.headers(), "retry-after": "1" }
          await (bodies.length <= 2
            ? route.fulfill({ status: 503, headers, body: "" })
            : route.fulfill({ response }))
        })
        const page = await open()
        await page.waitForFunction("!!cornerstore.track")
        await call(page, { track: ["Product Added", { product_id: "p" }] })
        await waitFor("the snippet to be answered", async () =>
          Object.keys(await kept(page)).some((name) =>
            name.startsWith("cornerstore:m.")
          ) || bodies.length < 3
            ? null
            : true
        )
        const idsOf = (body: string) =>
          (JSON.parse(body) as { batch: { messageId: string }[] }).batch.map(
            ({ messageId }) => messageId
          )
        expect(
          new Set(bodies.map((body) => idsOf(body).join()))
        ).toHaveProperty("size", 1)
        expect(names(await stored())).toEqual(["page", "Product Added"])
      })

      it("keeps what nobody took over page loads, and one id for all tabs", async () => {
        await build()
        let isAway = true
        await visitor.route(/\/collect\/v1\/batch$/, (route) =>
          isAway ? route.abort("connectionrefused") : route.continue()
        )
        const page = await open("/cakes/lemon")
        await page.waitForFunction("!!cornerstore.track")
        await call(page, { track: ["Product Added", { product_id: "p" }] })
        await waitFor("a first try", async () =>
          (await kept(page))["cornerstore:pause"] ? true : null
        )
        await page.close()
        isAway = false
        await Promise.all([open("/cart"), open("/account")])
        const events = await waitFor("everything", async () => {
          const all = await stored()
          return all.filter(({ type }) => type === "page").length === 3
            ? all
            : null
        })
        expect(names(events)).toContain("Product Added")
        expect(events).toHaveLength(4)
        const ids = new Set(events.map((event) => event.anonymous_id))
        expect(ids.size).toBe(1)
      })

      describe("consent", () => {
        it("that is required and not given leaves a number, no id and nothing in the browser", async () => {
          await build(`data-consent="required"`)
          const sent: string[] = []
          visitor.on("request", (request) =>
            sent.push(request.postData() ?? "")
          )
          const page = await open("/cakes?utm_source=letter")
          await page.waitForFunction("!!cornerstore.track")
          await call(page, {
            product: [{ product_id: "prod_1" }],
            search: ["lemon"],
            identify: ["cus_1"],
          })
          await untilCounted("Products Searched")
          expect(await counted()).toEqual({
            page: 1,
            "Product Viewed": 1,
            "Products Searched": 1,
          })
          expect(await stored()).toEqual([])
          expect(await kept(page)).toEqual({})
          expect(await page.evaluate("sessionStorage.length")).toBe(0)
          expect(await visitor.cookies()).toEqual([])
          const batch = sent.filter(Boolean).join()
          expect(batch).not.toMatch(/prod_1|lemon|cus_1|letter|anonymousId/)

          await call(page, { consent: ["denied"] })
          expect(await kept(page)).toEqual({ "cornerstore:consent": "denied" })
        })

        it("that is given counts from then on, and is over when it is withdrawn", async () => {
          await build(`data-consent="required"`)
          const page = await open("/cakes?utm_source=letter")
          // What the site itself keeps is the site's.
          await page.evaluate(`localStorage.cornerstore_cart = "cart_1"`)
          const other = await open("/cart")
          await page.waitForFunction("!!cornerstore.track")
          await other.waitForFunction("!!cornerstore.track")
          await call(page, {
            product: [{ product_id: "prod_1" }],
            identify: ["cus_1"],
          })
          await untilCounted("Product Viewed")
          await call(page, { consent: ["granted", "2026-03"] })
          const events = await untilStored("identify", "page", "Product Viewed")
          const of = (type: string) => events.find((each) => each.type === type)
          expect(of("track")).toMatchObject({
            properties: { product_id: "prod_1" },
            user_id: "cus_1",
            context: {
              consent: { analytics_storage: "granted" },
              campaign: { source: "letter" },
            },
          })
          const { "cornerstore:id": id } = await kept(page)
          expect(of("page")?.anonymous_id).toBe(id)
          await untilChosen(id, true)

          // The other tab has heard of it, and hears of the end too.
          await waitFor("the other tab", async () =>
            (await stored()).some(
              ({ properties }) => properties.path === "/cart"
            )
              ? true
              : null
          )
          await call(page, { consent: ["denied"] })
          await call(other, { track: ["Quiz Taken"] })
          await untilCounted("Quiz Taken")
          await untilChosen(id, false)
          expect(names(await stored())).not.toContain("Quiz Taken")
          expect(await kept(other)).toEqual({
            "cornerstore:consent": "denied",
            cornerstore_cart: "cart_1",
          })
          expect(problems).toEqual([])
        })

        it("is heard from Google's Consent Mode", async () => {
          await build(
            "",
            `window.dataLayer = []
             function gtag() { dataLayer.push(arguments) }
             gtag("consent", "default", { analytics_storage: "denied", ad_storage: "denied" })`
          )
          const page = await open()
          await untilCounted("page")
          expect(await stored()).toEqual([])
          expect(await kept(page)).toEqual({})

          await page.evaluate(
            `gtag("consent", "update", { analytics_storage: "granted" })`
          )
          const [event] = await untilStored("page")
          expect(event.context.consent).toEqual({
            analytics_storage: "granted",
          })
          expect(await page.evaluate("dataLayer.length")).toBe(2)
        })

        it("is refused by Global Privacy Control, whatever the page says", async () => {
          await visitor.addInitScript(
            `Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true })`
          )
          await build("", `cornerstore.push(["consent", "granted"])`)
          const page = await open()
          await untilCounted("page")
          expect(await stored()).toEqual([])
          expect(await kept(page)).toEqual({})
        })
      })
    })
  },
})
