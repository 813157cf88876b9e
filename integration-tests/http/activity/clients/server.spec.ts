import { FeatureFlag } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import RudderAnalytics from "@rudderstack/rudder-sdk-node"
import { Analytics } from "@segment/analytics-node"
import { PostHog } from "posthog-node"

import { createPublishableKey } from "../../../helpers/actors"
import { unreliableProxy } from "../unreliable-proxy"
import { StoredEvent, storedEvents } from "./stored-events"

jest.setTimeout(120_000)
process.env.MEDUSA_WORKER_MODE = "server"

// `defineConfig` asks before the runner has read the flag from the environment.
FeatureFlag.setFlag("rbac", true)

const HOUR = 3_600_000
const CUSTOMER = "cus_01KAJ5R0XTS4PCAR23VX9GQ5XJ"
const VISITOR = "01a1fe34-a94e-7848-a8b9-f174fb6f26c8"

medusaIntegrationTestRunner({
  env: { MEDUSA_FF_RBAC: "true" },
  testSuite: ({ api, getContainer, dbConnection }) => {
    let base: string
    let writeKey: string

    beforeAll(async () => {
      base = api.defaults.baseURL
      writeKey = (await createPublishableKey(getContainer())).key
    })

    const stored = () => storedEvents(dbConnection)
    const of = (events: StoredEvent[], type: string) =>
      events.filter((event) => event.type === type)
    const secondsFrom = (at: Date, event?: StoredEvent) =>
      Math.abs((event?.occurred_at.getTime() ?? 0) - at.getTime()) / 1_000

    /** Each of the calls that Segment's and RudderStack's clients share, once. */
    const callEach = (client: Analytics | RudderAnalytics, at: Date) => {
      const anonymousId = VISITOR
      client.identify({ anonymousId, userId: CUSTOMER, traits: { a: 1 } })
      client.track({
        anonymousId,
        event: "Product Viewed",
        properties: { price: 3 },
        timestamp: at,
      })
      client.page({ anonymousId, name: "Home" })
      client.screen({ anonymousId, name: "Cart" })
      client.group({ anonymousId, groupId: "club" })
      client.alias({ userId: CUSTOMER, previousId: VISITOR })
    }

    /** Hands a client a way to the shop that loses its first two answers. */
    const lossy = async (
      status: 503 | 429,
      send: (url: string) => Promise<void>
    ) => {
      const proxy = await unreliableProxy(base, 2, status)
      try {
        await send(proxy.url)
        // RudderStack's sends its first event alone.
        expect(proxy.passed()).toBeGreaterThanOrEqual(3)
      } finally {
        await proxy.close()
      }
      const events = await stored()
      expect(events.map(({ name }) => name).sort()).toEqual(STEPS)
    }
    const STEPS = Array.from({ length: 10 }, (_, index) => `Step ${index}`)

    describe.each(["/collect", ""])("to %p", (prefix) => {
      it("@segment/analytics-node sends each of its calls", async () => {
        const at = new Date(Date.now() - HOUR)
        const client = new Analytics({
          writeKey,
          host: base,
          path: `${prefix}/v1/batch`,
        })
        callEach(client, at)
        await client.closeAndFlush()

        const events = await stored()
        expect(events.map(({ type }) => type).sort()).toEqual(TYPES)
        expect(of(events, "track")[0]).toMatchObject({
          name: "Product Viewed",
          anonymous_id: VISITOR,
          user_id: null,
          properties: { price: 3 },
        })
        expect(secondsFrom(at, of(events, "track")[0])).toBeLessThan(10)
        expect(of(events, "identify")[0]).toMatchObject({
          user_id: CUSTOMER,
          properties: { a: 1 },
        })
      })

      it("@rudderstack/rudder-sdk-node sends each of its calls, packed", async () => {
        const at = new Date(Date.now() - HOUR)
        const client = new RudderAnalytics(writeKey, {
          dataPlaneUrl: base,
          path: `${prefix}/v1/batch`,
        })
        callEach(client, at)
        await client.flush()

        const events = await stored()
        expect(events.map(({ type }) => type).sort()).toEqual(TYPES)
        expect(of(events, "track")[0]).toMatchObject({
          name: "Product Viewed",
          anonymous_id: VISITOR,
          properties: { price: 3 },
          context: { library: { name: "analytics-node" } },
        })
        expect(secondsFrom(at, of(events, "track")[0])).toBeLessThan(10)
        expect(of(events, "page")[0]).toMatchObject({ name: "Home" })
        expect(of(events, "alias")[0]).toMatchObject({
          user_id: CUSTOMER,
          properties: { previousId: VISITOR },
        })
      })

      it("posthog-node sends each of its calls, packed, and finds no flags", async () => {
        const at = new Date(Date.now() - HOUR)
        const client = new PostHog(writeKey, { host: `${base}${prefix}` })
        const problems: unknown[] = []
        client.on("error", (error) => problems.push(error))
        client.capture({
          distinctId: VISITOR,
          event: "Product Viewed",
          properties: { price: 3 },
          timestamp: at,
        })
        client.identify({
          distinctId: CUSTOMER,
          properties: { a: 1, $anon_distinct_id: VISITOR },
        })
        client.alias({ distinctId: CUSTOMER, alias: VISITOR })
        client.groupIdentify({
          groupType: "company",
          groupKey: "club",
          properties: { size: 3 },
        })
        client.capture({ distinctId: CUSTOMER, event: "Order Completed" })
        const flags = await client.evaluateFlags(CUSTOMER)
        expect(flags.getFlag("beta")).toBeUndefined()
        await client.shutdown()

        expect(problems).toEqual([])
        const events = await stored()
        expect(events.map(({ type }) => type).sort()).toEqual([
          "alias",
          "group",
          "identify",
          "track",
          "track",
        ])
        const [viewed, completed] = of(events, "track")
        expect(viewed).toMatchObject({
          name: "Product Viewed",
          anonymous_id: VISITOR,
          user_id: null,
          properties: { price: 3 },
          context: { library: { name: "posthog-node" } },
        })
        expect(secondsFrom(at, viewed)).toBeLessThan(10)
        expect(completed).toMatchObject({
          name: "Order Completed",
          anonymous_id: null,
          user_id: CUSTOMER,
        })
        expect(of(events, "identify")[0]).toMatchObject({
          anonymous_id: VISITOR,
          user_id: CUSTOMER,
          properties: { a: 1 },
        })
        expect(of(events, "alias")[0]).toMatchObject({
          user_id: CUSTOMER,
          properties: { previousId: VISITOR },
        })
        expect(of(events, "group")[0]).toMatchObject({
          properties: { groupId: "club", size: 3 },
        })
      })
    })

    describe.each([503, 429] as const)("answers lost with %d", (status) => {
      it("make @segment/analytics-node repeat what is there once", () =>
        lossy(status, async (host) => {
          const client = new Analytics({ writeKey, host })
          STEPS.forEach((event) =>
            client.track({ anonymousId: VISITOR, event })
          )
          await client.closeAndFlush({ timeout: 30_000 })
        }))

      it("make @rudderstack/rudder-sdk-node repeat what is there once", () =>
        lossy(status, async (dataPlaneUrl) => {
          const client = new RudderAnalytics(writeKey, {
            dataPlaneUrl,
            logLevel: "none",
          })
          STEPS.forEach((event) =>
            client.track({ anonymousId: VISITOR, event })
          )
          await client.flush()
        }))

      it("make posthog-node repeat what is there once", () =>
        lossy(status, async (host) => {
          const client = new PostHog(writeKey, { host, fetchRetryDelay: 50 })
          STEPS.forEach((event) =>
            client.capture({ distinctId: VISITOR, event })
          )
          await client.shutdown()
        }))
    })
  },
})

const TYPES = ["alias", "group", "identify", "page", "screen", "track"]
