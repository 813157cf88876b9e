import { randomUUID } from "node:crypto"
import path from "node:path"

import type { Browser } from "playwright-core"

import { freePort } from "../../scripts/postgres"
import type {
  ActivityOverviewResponse,
  CreatedReaderKeyResponse,
  ListActivityEventsResponse,
  ListCustomerLoginsResponse,
  ReadEventsResponse,
  ReadFactsResponse,
} from "../../src/sdk/types"
import { type Headers, registerCustomer } from "../helpers/actors"
import {
  type AppProcess,
  launchNode,
  untilServing,
} from "../helpers/app-process"
import { launchChromium } from "../helpers/chromium"
import { logIn, openWindow } from "../helpers/dashboard"
import { waitFor } from "../helpers/wait-for"

import { type PackedShop, preparePackedShop } from "./setup/prepare"
import { shellEnvironment } from "./setup/run-command"
import { serveShop } from "./setup/serve"
import {
  createShopDatabase,
  OWNER,
  type ShopDatabase,
  signInOwner,
} from "./setup/shop-database"

jest.setTimeout(900_000)

/** Jobs run every minute, and the machine may be busy. */
const JOB_MS = 180_000
const DAY_MS = 24 * 60 * 60_000

describe("activity in a shop with the packed plugin, in production", () => {
  let packed: PackedShop
  let database: ShopDatabase
  let app: AppProcess
  let owner: { headers: Headers }
  const visitor = randomUUID()

  const key = () => database.shop.publishable_key
  const post = (path: string, body: unknown, base = app.url) =>
    fetch(new URL(path, base), {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: JSON.stringify(body),
    })
  const track = (more: object = {}) => ({
    writeKey: key(),
    type: "track",
    event: "Product Viewed",
    messageId: randomUUID(),
    anonymousId: visitor,
    properties: { product_id: "prod_packed" },
    context: { page: { path: "/products/cake" } },
    ...more,
  })
  const events = async (query: string) => {
    const { data } = await app.api.get<ListActivityEventsResponse>(
      `/admin/activity/events?${query}`,
      owner
    )
    return data.events
  }

  beforeAll(async () => {
    packed = await preparePackedShop()
    database = await createShopDatabase(packed, "packed-activity")
    app = await serveShop(packed, { databaseUrl: database.url })
    owner = await signInOwner(app.api)
  })

  afterAll(async () => {
    await app?.kill()
    await database?.drop()
  })

  it("takes events in Segment's and PostHog's words, and serves the snippet", async () => {
    expect((await post("/collect/v1/track", track())).status).toBe(200)
    const batch = await post("/collect/v1/batch", {
      writeKey: key(),
      batch: [track(), track({ anonymousId: null })],
    })
    expect(await batch.json()).toMatchObject({ stored: 1, dropped: 1 })
    const posthog = await post("/collect/e/", {
      api_key: key(),
      batch: [
        {
          event: "$pageview",
          uuid: randomUUID(),
          distinct_id: visitor,
          properties: { $current_url: "https://shop.example/cakes" },
        },
      ],
    })
    expect(await posthog.json()).toMatchObject({ status: 1 })
    expect((await post("/collect/flags/?v=2", { token: key() })).status).toBe(
      200
    )
    const settings = await fetch(
      `${app.url}/collect/v1/projects/${key()}/settings`
    )
    expect(await settings.json()).toMatchObject({
      integrations: { "Segment.io": { apiKey: key() } },
    })
    const snippet = await fetch(`${app.url}/collect/snippet.js`)
    expect(snippet.headers.get("content-type")).toContain("javascript")
    expect(await snippet.text()).toContain("Dwell Recorded")

    const stored = await events(`anonymous_id=${visitor}`)
    expect(stored.map(({ type }) => type).sort()).toEqual([
      "page",
      "track",
      "track",
    ])
  })

  it("keeps nothing of whoever says no", async () => {
    const silent = randomUUID()
    const choice = await post("/collect/v1/consent", {
      writeKey: key(),
      anonymousId: silent,
      analytics: "denied",
    })
    expect(choice.status).toBe(200)
    const answer = await post(
      "/collect/v1/track",
      track({ anonymousId: silent })
    )
    expect(await answer.json()).toMatchObject({ stored: 0, counted: 1 })
    expect(await events(`anonymous_id=${silent}`)).toEqual([])
  })

  it("notes log-ins, and joins the browser to the customer", async () => {
    const store = { "x-publishable-api-key": key() }
    const { customer } = await registerCustomer(app.api, store)
    await app.api.post(
      "/auth/customer/emailpass",
      { email: customer.email, password: OWNER.password },
      { headers: { "x-cornerstore-visitor": visitor } }
    )
    const { logins } = await waitFor("the log-in", async () => {
      const { data } = await app.api.get<ListCustomerLoginsResponse>(
        `/admin/customers/${customer.id}/logins`,
        owner
      )
      return data.logins.length ? data : null
    })
    expect(logins[0]).toMatchObject({ outcome: "success" })
    await waitFor("the visitor's events", async () => {
      const joined = await events(`customer_id=${customer.id}`)
      return joined.length >= 3 ? joined : null
    })
  })

  it("counts what was collected and lets other systems read it", async () => {
    const { data } = await app.api.post<CreatedReaderKeyResponse>(
      "/admin/activity/reader-keys",
      { name: "Warehouse", scopes: ["events:read", "facts:read"] },
      owner
    )
    /** Null while the key is asked to come again later. */
    const read = async <T>(path: string): Promise<T | null> => {
      const answer = await fetch(new URL(path, app.url), {
        headers: { authorization: `Bearer ${data.secret}` },
      })
      expect([200, 429]).toContain(answer.status)
      return answer.status === 200 ? ((await answer.json()) as T) : null
    }
    await waitFor(
      "the events, once nothing before them can appear",
      async () => {
        const page = await read<ReadEventsResponse>("/activity/v1/events")
        return page && page.events.length >= 3 ? page : null
      }
    )
    await waitFor(
      "the day's counts",
      async () => {
        const page = await read<ReadFactsResponse>(
          "/activity/v1/facts?kind=product_viewed"
        )
        return page?.facts.some(({ value }) => value === "prod_packed")
          ? page
          : null
      },
      JOB_MS
    )
    const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)
    const overview = await app.api.get<ActivityOverviewResponse>(
      `/admin/activity/overview?from=${day(Date.now() - DAY_MS)}&to=${day(Date.now() + DAY_MS)}`,
      owner
    )
    expect(overview.data.overview.totals.visits).toBeGreaterThan(0)
  })

  it("collects in a process of its own, by the command that the package brings", async () => {
    const port = await freePort()
    const collector = await launchNode({
      words: [
        path.join(packed.folder, "node_modules/.bin/cornerstore-collector"),
      ],
      cwd: packed.folder,
      env: {
        ...shellEnvironment(),
        ACTIVITY_DATABASE_URL: database.url,
        PORT: String(port),
      },
      port,
      url: `http://localhost:${port}`,
    })
    try {
      await untilServing(collector, 30)
      const alone = randomUUID()
      await waitFor(
        "the shop's key to be known there",
        async () => {
          const answer = await post(
            "/v1/track",
            track({ anonymousId: alone }),
            collector.url
          )
          return answer.status === 200 || null
        },
        JOB_MS
      )
      expect(await events(`anonymous_id=${alone}`)).toHaveLength(1)
      const snippet = await fetch(`${collector.url}/collect/snippet.js`)
      expect(snippet.status).toBe(200)
    } finally {
      await collector.kill()
    }
  })

  describe("in the dashboard", () => {
    let browser: Browser

    beforeAll(async () => {
      browser = await launchChromium()
    })
    afterAll(() => browser?.close())

    it("shows activity, its events, its rules and its keys", async () => {
      const { page, errors } = await openWindow(browser, "desktop")
      await logIn(page, { url: app.url, admin: OWNER })
      for (const [address, text] of [
        ["/app/activity", "Visits"],
        ["/app/activity/events", "Viewed a product"],
        ["/app/settings/activity", "Activity and privacy"],
        ["/app/settings/activity-keys", "Warehouse"],
      ]) {
        await page.goto(`${app.url}${address}`)
        await page.getByText(text).filter({ visible: true }).first().waitFor()
      }
      expect(errors).toEqual([])
    })
  })
})
