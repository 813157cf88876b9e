import { gzipSync } from "node:zlib"

import { FeatureFlag, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Analytics } from "@segment/analytics-node"

import type {
  ActivityEvent,
  ListActivityEventsResponse,
} from "../../../src/sdk/types"
import {
  createPublishableKey,
  Headers,
  signedInAdmin,
} from "../../helpers/actors"
import { HttpClient, httpClient, refusal } from "../../helpers/http-client"
import { unreliableProxy } from "./unreliable-proxy"

jest.setTimeout(120_000)
process.env.MEDUSA_WORKER_MODE = "server"

// `defineConfig` asks before the runner has read the flag from the environment.
FeatureFlag.setFlag("rbac", true)

medusaIntegrationTestRunner({
  env: { MEDUSA_FF_RBAC: "true" },
  testSuite: ({ api: runner, getContainer, dbConnection }) => {
    let api: HttpClient
    let base: string
    let headers: Headers
    let writeKey: string

    beforeAll(async () => {
      base = runner.defaults.baseURL
      api = httpClient(base)
      headers = (await signedInAdmin(getContainer(), api)).headers
      writeKey = (await createPublishableKey(getContainer())).key
    })

    const basic = (key: string) =>
      `Basic ${Buffer.from(`${key}:`).toString("base64")}`
    const send = async (
      path: string,
      body: unknown,
      init: { key?: string | null; headers?: Headers } = {}
    ) => {
      const key = init.key === undefined ? writeKey : init.key
      const answer = await fetch(`${base}${path}`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(key ? { authorization: basic(key) } : {}),
          ...init.headers,
        },
        body:
          typeof body === "string" || body instanceof Buffer
            ? body
            : JSON.stringify(body),
      })
      return {
        status: answer.status,
        headers: answer.headers,
        body: await answer.json(),
      }
    }
    const events = async (query = ""): Promise<ActivityEvent[]> => {
      const { data } = await api.get<ListActivityEventsResponse>(
        `/admin/activity/events?${query}`,
        { headers }
      )
      return data.events
    }
    const track = (messageId: string, more: object = {}) => ({
      type: "track",
      event: "Product Viewed",
      anonymousId: "visitor-1",
      messageId,
      ...more,
    })

    describe("@segment/analytics-node, unmodified", () => {
      it("has each of its calls stored once, as it was meant", async () => {
        const analytics = new Analytics({
          writeKey,
          host: base,
          path: "/collect/v1/batch",
        })
        const problems: unknown[] = []
        analytics.on("error", (error) => problems.push(error))
        const who = { anonymousId: "visitor-1" }
        const at = new Date(Date.now() - 3_600_000)
        analytics.identify({
          ...who,
          userId: "cus_claimed",
          traits: { plan: "gold" },
        })
        analytics.track({
          ...who,
          event: "Product Viewed",
          properties: { product_id: "prod_1", price: 12.5 },
          timestamp: at,
        })
        analytics.page({
          ...who,
          name: "Home",
          category: "Shop",
          properties: { path: "/" },
        })
        analytics.screen({ ...who, name: "Cart" })
        analytics.group({ ...who, groupId: "club", traits: { size: 3 } })
        analytics.alias({ userId: "cus_claimed", previousId: "visitor-1" })
        await analytics.closeAndFlush()

        expect(problems).toEqual([])
        const stored = await events()
        expect(stored).toHaveLength(6)
        const of = (type: string) => stored.find((event) => event.type === type)
        expect(of("track")).toEqual({
          id: expect.any(String),
          message_id: expect.any(String),
          source_id: expect.stringMatching(/^apk_/),
          received_at: expect.any(String),
          is_bot: false,
          type: "track",
          event: "Product Viewed",
          anonymous_id: "visitor-1",
          customer_id: null,
          timestamp: expect.any(String),
          properties: { product_id: "prod_1", price: 12.5 },
          context: expect.objectContaining({
            library: expect.objectContaining({
              name: "@segment/analytics-node",
            }),
          }),
        })
        expect(
          Math.abs(Date.parse(of("track")?.timestamp ?? "") - at.getTime())
        ).toBeLessThan(10_000)
        expect(of("identify")).toMatchObject({
          properties: { plan: "gold" },
          customer_id: null,
        })
        expect(of("page")).toMatchObject({
          event: "Home",
          properties: { category: "Shop", path: "/" },
        })
        expect(of("screen")).toMatchObject({ event: "Cart" })
        expect(of("group")).toMatchObject({
          properties: { groupId: "club", size: 3 },
        })
        expect(of("alias")).toMatchObject({
          anonymous_id: null,
          properties: { previousId: "visitor-1" },
        })
      })

      it("may repeat a batch whose answer was lost; its events are there once", async () => {
        const proxy = await unreliableProxy(base, 2)
        try {
          const analytics = new Analytics({ writeKey, host: proxy.url })
          for (let index = 0; index < 10; index++) {
            analytics.track({
              anonymousId: "visitor-1",
              event: `Step ${index}`,
            })
          }
          await analytics.closeAndFlush({ timeout: 30_000 })
          expect(proxy.passed()).toBe(3)
        } finally {
          await proxy.close()
        }
        expect((await events()).map(({ event }) => event).sort()).toEqual(
          Array.from({ length: 10 }, (_, index) => `Step ${index}`)
        )
      })
    })

    describe("a batch", () => {
      it("keeps the good ones, drops and counts the bad", async () => {
        const answer = await send("/collect/v1/batch", {
          batch: [
            track("good"),
            track("nobody", { anonymousId: undefined }),
            track("nothing", { event: "" }),
            { type: "dance", anonymousId: "visitor-1", messageId: "dance" },
            "not even an object",
            track("huge", { properties: { text: "x".repeat(40_000) } }),
            track("m".repeat(101)),
            track("good too", {
              properties: { note: "null\u0000 and \ud800 half" },
            }),
          ],
          context: { library: { name: "test" } },
        })
        expect(answer.status).toBe(200)
        expect(answer.body).toEqual({
          success: true,
          stored: 2,
          counted: 0,
          duplicates: 0,
          dropped: 6,
        })
        const stored = await events()
        expect(stored.map(({ message_id }) => message_id).sort()).toEqual([
          "good",
          "good too",
        ])
        expect(stored.every(({ context }) => "library" in context)).toBe(true)
        expect(
          stored.find(({ message_id }) => message_id === "good too")?.properties
        ).toEqual({ note: "null and  half" })
        const { rows } = await dbConnection.raw(
          "select reason, count::int from activity.dropped_event order by reason"
        )
        expect(rows).toEqual([
          { reason: "bad_message_id", count: 1 },
          { reason: "malformed", count: 2 },
          { reason: "no_event", count: 1 },
          { reason: "no_id", count: 1 },
          { reason: "too_large", count: 1 },
        ])
      })

      it("is refused when it is none", async () => {
        for (const body of [
          "{",
          "",
          "[]",
          '"x"',
          { batch: [] },
          { batch: [{}] },
          {},
        ]) {
          expect([
            body,
            (await send("/collect/v1/batch", body)).status,
          ]).toEqual([body, 400])
        }
        expect(
          (await send("/collect/v1/track", { event: "Nobody" })).status
        ).toBe(400)
        expect(await events()).toEqual([])
      })

      it("may come packed, under whatever name the client gives it", async () => {
        const packed = gzipSync(JSON.stringify({ batch: [track("packed")] }))
        const names: Headers[] = [
          {
            "content-type": "application/x-www-form-urlencoded",
            "content-encoding": "gzip",
          },
          { "content-type": "text/plain" },
        ]
        for (const more of names) {
          expect(
            (await send("/collect/v1/batch", packed, { headers: more })).status
          ).toBe(200)
        }
        expect(await events()).toHaveLength(1)
        expect(
          (await send("/collect/v1/batch", packed.subarray(0, 40))).status
        ).toBe(400)
      })

      it("may have 500 KB, and unpack to 2 MB", async () => {
        const text = (kilobytes: number) => "x".repeat(kilobytes * 1024)
        expect((await send("/collect/v1/track", text(501))).status).toBe(413)
        expect(
          (await send("/collect/v1/track", gzipSync(text(5_000)))).status
        ).toBe(413)
        const large = Array.from({ length: 16 }, (_, index) =>
          track(`large-${index}`, { properties: { text: text(30) } })
        )
        expect(
          (await send("/collect/v1/batch", { batch: large })).body
        ).toMatchObject({ stored: 16 })
      })
    })

    describe("the write key", () => {
      it("is taken from header, query or body, as each client sends it", async () => {
        const none = { key: null }
        const answers = [
          await send("/collect/v1/t", track("header")),
          await send(
            `/collect/beacon/v1/batch?writeKey=${writeKey}`,
            JSON.stringify({ batch: [track("beacon")] }),
            { ...none, headers: { "content-type": "text/plain" } }
          ),
          await send(
            "/collect/v1/b",
            { writeKey, batch: [track("body")] },
            none
          ),
        ]
        expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
        expect(await events()).toHaveLength(3)
      })

      it("that is missing, unknown, revoked or secret is refused", async () => {
        const container = getContainer()
        const keys = container.resolve(Modules.API_KEY)
        const revoked = await createPublishableKey(container)
        await keys.revoke(revoked.id, { revoked_by: "test" })
        const secret = await keys.createApiKeys({
          title: "secret",
          type: "secret",
          created_by: "test",
        })
        for (const key of [null, "pk_unknown", revoked.key, secret.token]) {
          expect(
            (await send("/collect/v1/track", track("a"), { key })).status
          ).toBe(401)
          const settings = await fetch(
            `${base}/collect/v1/projects/${key}/settings`
          )
          expect(settings.status).toBe(401)
        }
        expect(await events()).toEqual([])
      })
    })

    describe("browsers", () => {
      const origin = "https://shop.example"

      it("are told that any page may send, with the headers the clients use", async () => {
        for (const path of [
          "/collect/v1/t",
          "/collect/v1/batch",
          "/v1/p",
          "/collect/sourceConfig",
        ]) {
          const answer = await fetch(`${base}${path}`, {
            method: "OPTIONS",
            headers: {
              origin,
              "access-control-request-method": "POST",
              "access-control-request-headers": "authorization",
            },
          })
          expect([path, answer.status]).toEqual([path, 204])
          expect(Object.fromEntries(answer.headers)).toMatchObject({
            "access-control-allow-origin": origin,
            "access-control-allow-headers": expect.stringMatching(
              /authorization.*anonymousid.*sentat.*x-retry-count/
            ),
            "access-control-max-age": expect.stringMatching(/^\d{3,}$/),
            vary: expect.stringContaining("Origin"),
          })
        }
        const refused = await send("/collect/v1/track", "{", {
          headers: { origin },
        })
        expect(refused.headers.get("access-control-allow-origin")).toBe(origin)
      })

      it("get settings that load no other code", async () => {
        const settings = await fetch(
          `${base}/collect/v1/projects/${writeKey}/settings`
        )
        expect(await settings.json()).toMatchObject({
          integrations: {
            "Segment.io": {
              apiKey: writeKey,
              apiHost: expect.stringMatching(/\/collect\/v1$/),
            },
          },
          remotePlugins: [],
          metrics: { sampleRate: 0 },
        })
        const config = await fetch(
          `${base}/sourceConfig/?p=npm&v=3&writeKey=${writeKey}`
        )
        expect(await config.json()).toMatchObject({
          source: {
            enabled: true,
            destinations: [],
            writeKey,
            workspaceId: expect.any(String),
          },
        })
      })
    })

    describe("at the root", () => {
      it("the same calls are answered, and nothing else", async () => {
        expect((await send("/v1/track", track("root"))).status).toBe(200)
        expect(
          (await send("/beacon/v1/batch", { batch: [track("root beacon")] }))
            .status
        ).toBe(200)
        expect(await events()).toHaveLength(2)
        expect(
          (await fetch(`${base}/v1/anything`, { method: "POST" })).status
        ).toBe(404)
        expect(
          (await fetch(`${base}/collect/v1/anything`, { method: "POST" }))
            .status
        ).toBe(404)
      })
    })

    describe("a store that is away", () => {
      it("is never denied: the client is asked to come again, and the shop stays up", async () => {
        await dbConnection.raw("alter schema activity rename to away")
        const away = await send("/collect/v1/track", track("patient"))
        expect(away.status).toBe(503)
        expect(Number(away.headers.get("retry-after"))).toBeGreaterThan(0)
        const ready = await fetch(`${base}/health/ready`)
        expect(ready.status).toBe(200)
        expect(await ready.text()).toMatch(/^activity_store down$/m)

        await dbConnection.raw("alter schema away rename to activity")
        expect((await send("/collect/v1/track", track("patient"))).status).toBe(
          200
        )
        expect(await events()).toHaveLength(1)
      })
    })

    describe("GET /admin/activity/events", () => {
      it("filters, and pages without gap or repeat", async () => {
        const started = Date.now()
        const batch = Array.from({ length: 7 }, (_, index) =>
          track(`m${index}`, {
            event: index % 2 ? "Product Added" : "Product Viewed",
            anonymousId: `visitor-${index % 3}`,
            timestamp: new Date(started - index * 60_000).toISOString(),
          })
        )
        await send("/collect/v1/batch", { batch })
        const count = async (query: string) => (await events(query)).length
        expect(await count("anonymous_id=visitor-1")).toBe(2)
        expect(await count("event=Product Added")).toBe(3)
        const minutes = (ago: number) =>
          new Date(started - ago * 60_000 - 30_000).toISOString()
        expect(await count(`from=${minutes(3)}&to=${minutes(0)}`)).toBe(3)

        const seen: string[] = []
        let cursor = ""
        do {
          const { data } = await api.get<ListActivityEventsResponse>(
            `/admin/activity/events?limit=3${cursor}`,
            { headers }
          )
          seen.push(...data.events.map(({ message_id }) => message_id))
          cursor = data.next_cursor ? `&cursor=${data.next_cursor}` : ""
        } while (cursor)
        expect(seen).toEqual(["m0", "m1", "m2", "m3", "m4", "m5", "m6"])
      })

      it("is for those who may, and refuses what it does not know", async () => {
        for (const query of [
          "limit=1000",
          "cursor=x",
          "from=yesterday",
          "fields=*",
        ]) {
          const path = `/admin/activity/events?${query}`
          expect([
            query,
            (await refusal(api.get(path, { headers }))).status,
          ]).toEqual([query, 400])
        }
        const nobody = await signedInAdmin(getContainer(), api, { roles: [] })
        for (const path of [
          "/admin/activity/events",
          "/admin/customers/cus_1/timeline",
        ]) {
          expect((await refusal(api.get(path))).status).toBe(401)
          expect((await refusal(api.get(path, nobody))).status).toBe(403)
        }
      })
    })
  },
})
