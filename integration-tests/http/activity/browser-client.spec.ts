import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { Browser, Page } from "playwright-core"

import type {
  ActivityEvent,
  ListActivityEventsResponse,
} from "../../../src/sdk/types"
import {
  createPublishableKey,
  Headers,
  signedInAdmin,
} from "../../helpers/actors"
import { launchChromium } from "../../helpers/chromium"
import { HttpClient, httpClient } from "../../helpers/http-client"
import { waitFor } from "../../helpers/wait-for"
import { OtherOrigin, otherOrigin } from "./other-origin"

jest.setTimeout(120_000)
process.env.MEDUSA_WORKER_MODE = "server"

medusaIntegrationTestRunner({
  testSuite: ({ api: runner, getContainer }) => {
    describe("@segment/analytics-next, unmodified, in Chromium", () => {
      let api: HttpClient
      let admin: { headers: Headers }
      let browser: Browser
      let writeKey: string
      let shop: OtherOrigin | undefined
      let page: Page
      let problems: string[]

      beforeAll(async () => {
        api = httpClient(runner.defaults.baseURL)
        admin = await signedInAdmin(getContainer(), api)
        writeKey = (await createPublishableKey(getContainer())).key
        browser = await launchChromium()
      })
      afterAll(() => browser?.close())
      beforeEach(async () => {
        page = await browser.newPage()
        problems = []
        page.on("pageerror", ({ message }) => problems.push(message))
        page.on("console", (message) => {
          if (message.type() === "error") {
            problems.push(message.text())
          }
        })
      })
      afterEach(async () => {
        await page.close()
        await shop?.close()
      })

      /** Opens a page of another origin that has loaded the client. */
      const open = async (
        prefix: string,
        segment: Record<string, unknown> = {}
      ) => {
        const base = runner.defaults.baseURL
        const settings = {
          apiHost: `${new URL(base).host}${prefix}/v1`,
          protocol: "http",
          ...segment,
        }
        shop = await otherOrigin(`
          window.client = AnalyticsNext.AnalyticsBrowser.load(
            { writeKey: "${writeKey}", cdnURL: "${base}${prefix}" },
            { integrations: { "Segment.io": ${JSON.stringify(settings)} } })`)
        await page.goto(`${shop.url}/cakes?utm_source=letter`)
      }
      const run = (script: string) => page.evaluate<unknown>(script)
      const events = async (): Promise<ActivityEvent[]> => {
        const { data } = await api.get<ListActivityEventsResponse>(
          "/admin/activity/events?limit=100",
          admin
        )
        return data.events
      }
      const stored = (count: number) =>
        waitFor(`${count} events`, async () => {
          const all = await events()
          return all.length >= count ? all : null
        })

      it.each(["/collect", ""])(
        "sends each of its calls across origins, to %p",
        async (prefix) => {
          await open(prefix)
          await run(`(async () => {
            await client.page("Cakes")
            await client.track("Product Viewed", { product_id: "prod_1", name: "Lemon cake" })
            await client.identify("cus_claimed", { plan: "gold" })
            await client.group("club", { size: 3 })
            await client.alias("cus_claimed")
            await client.screen("Cart")
          })()`)
          const all = await stored(6)
          expect(all).toHaveLength(6)
          const anonymous = await run(
            "client.user().then((user) => user.anonymousId())"
          )
          expect(new Set(all.map(({ anonymous_id }) => anonymous_id))).toEqual(
            new Set([anonymous])
          )
          const of = (type: string) => all.find((event) => event.type === type)
          expect(of("page")).toMatchObject({
            event: "Cakes",
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
            event: "Product Viewed",
            properties: { product_id: "prod_1", name: "Lemon cake" },
          })
          expect(problems).toEqual([])
        }
      )

      it("sends batches when it is set so", async () => {
        await open("/collect", {
          deliveryStrategy: {
            strategy: "batching",
            config: { size: 3, timeout: 60_000 },
          },
        })
        const request = page.waitForRequest(/\/collect\/v1\/b$/)
        await run(
          `for (const name of ["One", "Two", "Three"]) client.track(name)`
        )
        await request
        const all = await stored(3)
        expect(all.map(({ event }) => event).sort()).toEqual([
          "One",
          "Three",
          "Two",
        ])
        expect(problems).toEqual([])
      })

      it("may repeat what it sent when the answer was lost; it is there once", async () => {
        await open("/collect")
        const answers: number[] = []
        // The browser's own network: the server has the event, the page no answer.
        await page.route(/\/collect\/v1\/t$/, async (route) => {
          const answer = await route.fetch()
          answers.push(answer.status())
          await (answers.length === 1
            ? route.abort("connectionreset")
            : route.fulfill({ response: answer }))
        })
        await run(`client.track("Product Added")`)
        await waitFor("the client to try again", async () =>
          answers.length >= 2 ? true : null
        )
        expect(answers).toEqual([200, 200])
        expect((await events()).map(({ event }) => event)).toEqual([
          "Product Added",
        ])
      })
    })
  },
})
