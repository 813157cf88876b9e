import { randomUUID } from "node:crypto"

import { MedusaContainer } from "@medusajs/framework/types"
import { FeatureFlag, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { createApiKeysWorkflow } from "@medusajs/medusa/core-flows"

import { ACTIVITY_MODULE } from "../../../src/modules/activity"
import { NewEvent } from "../../../src/modules/activity/domain/new-event"
import ActivityModuleService from "../../../src/modules/activity/service"
import type {
  CreatedReaderKeyResponse,
  CreateReaderKey,
  ListAuditResponse,
  ListReaderKeysResponse,
  ReadEvent,
  ReadEventsResponse,
  ReadFactsResponse,
  ReaderKeyResponse,
} from "../../../src/sdk/types"
import {
  createReaderKeyWorkflow,
  revokeReaderKeyWorkflow,
} from "../../../src/workflows/activity/reader-keys"
import {
  createPublishableKey,
  Headers,
  signedInAdmin,
} from "../../helpers/actors"
import { HttpClient, httpClient, refusal } from "../../helpers/http-client"
import { waitFor } from "../../helpers/wait-for"
import { event } from "../../modules/activity/setup"

jest.setTimeout(180_000)
process.env.MEDUSA_WORKER_MODE = "server"
// `defineConfig` asks before the runner has read the flag from the environment.
FeatureFlag.setFlag("rbac", true)

const KEYS = "/admin/activity/reader-keys"
const EVENTS = "/activity/v1/events"
const MINUTE = 60_000

medusaIntegrationTestRunner({
  env: { MEDUSA_FF_RBAC: "true" },
  testSuite: ({ api: runner, getContainer, dbConnection }) => {
    let api: HttpClient
    let base: string
    let admin: { headers: Headers }
    let web: { id: string; key: string }
    let kiosk: { id: string; key: string }

    beforeAll(async () => {
      base = runner.defaults.baseURL
      api = httpClient(base)
      admin = await signedInAdmin(getContainer(), api)
      web = await createPublishableKey(getContainer())
      kiosk = await createPublishableKey(getContainer())
    })

    const store = () =>
      getContainer().resolve<ActivityModuleService>(ACTIVITY_MODULE)

    const makeKey = async (
      key: Partial<CreateReaderKey> = {}
    ): Promise<CreatedReaderKeyResponse & { headers: Headers }> => {
      const { data } = await api.post<CreatedReaderKeyResponse>(
        KEYS,
        { name: "Warehouse", scopes: ["events:read"], ...key },
        admin
      )
      return {
        ...data,
        headers: { authorization: `Bearer ${data.secret}` },
      }
    }

    const read = async (
      reader: { headers: Headers },
      query = ""
    ): Promise<ReadEventsResponse> => {
      const { data } = await api.get<ReadEventsResponse>(
        `${EVENTS}?${query}`,
        reader
      )
      return data
    }
    const ids = (events: ReadEvent[]) =>
      events.map(({ message_id }) => message_id)

    /** Events as they were stored some minutes ago, which everybody can see. */
    const stored = async (
      minutesAgo: number,
      ...events: (Partial<NewEvent> & Pick<NewEvent, "message_id">)[]
    ) => {
      const at = new Date(Date.now() - minutesAgo * MINUTE)
      await store().storeEvents(
        events.map((each) => event({ source_id: web.id, ...each })),
        { at }
      )
      return at
    }

    describe("keys for systems outside the shop", () => {
      it("show their secret once and never again", async () => {
        const { reader_key, secret } = await makeKey({ name: " Warehouse " })
        expect(secret).toMatch(/^csk_[A-Za-z0-9_-]{43}$/)
        expect(reader_key).toMatchObject({
          name: "Warehouse",
          redacted: `csk_***${secret.slice(-4)}`,
          scopes: ["events:read"],
          source_ids: null,
          state: "active",
          expires_at: null,
          last_used_at: null,
        })
        const list = await api.get<ListReaderKeysResponse>(KEYS, admin)
        expect(list.data).toMatchObject({ count: 1, offset: 0, limit: 20 })
        expect(list.data.reader_keys).toEqual([reader_key])
        const one = await api.get<ReaderKeyResponse>(
          `${KEYS}/${reader_key.id}`,
          admin
        )
        expect(one.data.reader_key).toEqual(reader_key)
        expect(JSON.stringify([list.data, one.data])).not.toContain(
          secret.slice(4, -4)
        )
        const { rows } = await dbConnection.raw(
          "select * from activity.reader_key"
        )
        expect(JSON.stringify(rows)).not.toContain(secret.slice(4))
      })

      it("are listed newest first, page by page, and found by name or end", async () => {
        const made = [
          await makeKey({ name: "Warehouse" }),
          await makeKey({ name: "Dashboard 100%" }),
          await makeKey({ name: "Model" }),
        ]
        const names = async (query: string) => {
          const { data } = await api.get<ListReaderKeysResponse>(
            `${KEYS}?${query}`,
            admin
          )
          return [data.count, ...data.reader_keys.map(({ name }) => name)]
        }
        expect(await names("limit=2")).toEqual([3, "Model", "Dashboard 100%"])
        expect(await names("limit=2&offset=2")).toEqual([3, "Warehouse"])
        expect(await names("q=ware")).toEqual([1, "Warehouse"])
        expect(await names("q=0%25")).toEqual([1, "Dashboard 100%"])
        const end = encodeURIComponent(made[2].secret.slice(-4))
        expect(await names(`q=${end}`)).toEqual([1, "Model"])
      })

      it("are refused with what makes no sense", async () => {
        const good = { name: "Warehouse", scopes: ["events:read"] }
        const yesterday = new Date(Date.now() - 24 * 60 * MINUTE)
        for (const body of [
          {},
          { ...good, name: " " },
          { ...good, scopes: [] },
          { ...good, scopes: ["events:write"] },
          { ...good, scopes: ["events:read", "events:read"] },
          { ...good, scopes: ["events:read:identified"] },
          { ...good, source_ids: [] },
          { ...good, source_ids: ["apk_none"] },
          { ...good, expires_at: yesterday.toISOString() },
          { ...good, secret: "csk_mine" },
        ]) {
          const { status } = await refusal(api.post(KEYS, body, admin))
          expect([body, status]).toEqual([body, 400])
        }
        const none = await refusal(api.get(`${KEYS}/rkey_none`, admin))
        expect(none.status).toBe(404)
      })

      it("are revoked once, and everybody can see who did what", async () => {
        const { reader_key, headers } = await makeKey()
        expect((await read({ headers })).events).toEqual([])
        const revoke = () =>
          api.post<ReaderKeyResponse>(
            `${KEYS}/${reader_key.id}/revoke`,
            {},
            admin
          )
        expect((await revoke()).data.reader_key.state).toBe("revoked")
        expect((await refusal(revoke())).status).toBe(400)
        expect((await refusal(read({ headers }))).status).toBe(401)
        const { data } = await api.get<ListAuditResponse>(
          `/admin/audit-entries?resource_id=${reader_key.id}`,
          admin
        )
        expect(data.entries.map(({ action }) => action)).toEqual([
          "reader_key.revoked",
          "reader_key.created",
        ])
        expect(data.entries[1].details).toEqual({
          name: "Warehouse",
          scopes: ["events:read"],
          source_ids: null,
          expires_at: null,
        })
      })

      it("are gone, or back, when the workflow that made or revoked them is undone", async () => {
        const { reader_key, headers } = await makeKey()
        const container = getContainer()
        const actor = { type: "user", id: "user_1" }
        const revoked = await revokeReaderKeyWorkflow(container).run({
          input: { id: reader_key.id, name: "Warehouse", actor },
        })
        expect((await refusal(read({ headers }))).status).toBe(401)
        await revokeReaderKeyWorkflow(container).cancel({
          transaction: revoked.transaction,
        })
        expect((await read({ headers })).events).toEqual([])

        const { transaction } = await createReaderKeyWorkflow(container).run({
          input: {
            key: {
              name: "Undone",
              token_hash: "0".repeat(64),
              last_four: "0000",
              scopes: ["events:read"],
              source_ids: null,
              expires_at: null,
              created_by: actor.id,
            },
            actor,
          },
        })
        await createReaderKeyWorkflow(container).cancel({ transaction })
        const { data } = await api.get<ListReaderKeysResponse>(KEYS, admin)
        expect(data.reader_keys.map(({ id }) => id)).toEqual([reader_key.id])
      })

      it("are made, seen and revoked by roles that may", async () => {
        const { reader_key } = await makeKey()
        const as = async (...policies: string[]) =>
          signedInAdmin(getContainer(), api, {
            roles: policies.length
              ? [await roleWith(getContainer(), policies)]
              : [],
          })
        const statuses = async (who: { headers: Headers }) => [
          await statusOf(api.get(KEYS, who)),
          await statusOf(
            api.post(KEYS, { name: "Mine", scopes: ["facts:read"] }, who)
          ),
          await statusOf(api.post(`${KEYS}/${reader_key.id}/revoke`, {}, who)),
          await statusOf(api.get("/admin/activity/events", who)),
        ]
        const key = "activity_reader_key"
        expect(await statuses(await as())).toEqual([403, 403, 403, 403])
        expect(await statuses(await as(`${key}:read`))).toEqual([
          200, 403, 403, 403,
        ])
        expect(await statuses(await as(`${key}:create`))).toEqual([
          403, 200, 403, 403,
        ])
        expect(await statuses(await as(`${key}:update`))).toEqual([
          403, 403, 200, 403,
        ])
        expect(await statuses(await as("activity_event:read"))).toEqual([
          403, 403, 403, 200,
        ])
      })
    })

    describe("reading from outside", () => {
      it("is refused without a key that may", async () => {
        const expired = await makeKey({
          expires_at: new Date(Date.now() + 60 * MINUTE).toISOString(),
        })
        await dbConnection.raw(
          "update activity.reader_key set expires_at = now() where id = ?",
          [expired.reader_key.id]
        )
        const { result } = await createApiKeysWorkflow(getContainer()).run({
          input: {
            api_keys: [{ title: "Secret", type: "secret", created_by: "" }],
          },
        })
        const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
        const unknown = `csk_${"A".repeat(43)}`
        for (const headers of [
          {},
          bearer("csk_"),
          bearer("csk_short"),
          bearer(unknown),
          bearer(result[0].token),
          bearer(web.key),
          { authorization: `Basic ${unknown}` },
          expired.headers,
          admin.headers,
        ]) {
          const { status, data } = await refusal(read({ headers }))
          expect([headers, status]).toEqual([headers, 401])
          expect(data).toEqual({
            type: "unauthorized",
            message: expect.any(String),
          })
        }
        const counting = await makeKey({ scopes: ["facts:read"] })
        const wrong = await refusal(read(counting))
        expect(wrong).toMatchObject({
          status: 403,
          data: {
            type: "forbidden",
            message: "This key has not the scope events:read",
          },
        })
        const facts = await refusal(
          api.get("/activity/v1/facts", await makeKey())
        )
        expect(facts.status).toBe(403)
      })

      it("says what is wrong with a query, to those who may ask", async () => {
        const reader = await makeKey()
        for (const query of [
          "limit=0",
          "limit=1001",
          "type=gossip",
          "from=soon",
          "cursor=x",
          `cursor=${Buffer.from('{"at":"x","id":"1"}').toString("base64url")}`,
          "sort=up",
        ]) {
          const { status, data } = await refusal(read(reader, query))
          expect([query, status]).toEqual([query, 400])
          expect(data.type).toBe("invalid_data")
        }
        const lines = { ...reader.headers, accept: "application/x-ndjson" }
        const { status } = await refusal(read({ headers: lines }, "cursor=x"))
        expect(status).toBe(400)
      })

      it("is for servers: no page of another origin may", async () => {
        const { headers } = await makeKey()
        const answer = await fetch(`${base}${EVENTS}`, {
          headers: { ...headers, origin: "https://elsewhere.example" },
        })
        expect(answer.status).toBe(200)
        expect(answer.headers.get("access-control-allow-origin")).toBeNull()
        expect(answer.headers.get("cache-control")).toBe("no-store")
      })

      it("leaves out whose events they are, unless the key may know", async () => {
        const person = {
          anonymous_id: "laptop",
          user_id: "ada@example.com",
          claimed_customer_id: "cus_01J8ZKX6WVYPQ4H6D4B7RZ0M3N",
        }
        await stored(6, {
          ...person,
          message_id: "viewed",
          properties: JSON.stringify({
            product_id: "prod_1",
            email: "ada@example.com",
            url: "https://shop.example/cake?email=ada@example.com#top",
          }),
          context: JSON.stringify({
            page: { path: "/cake", search: "?email=ada@example.com" },
            userAgent: "Mozilla/5.0 (Ada)",
            traits: { email: "ada@example.com" },
          }),
        })
        await stored(5, {
          ...person,
          message_id: "identified",
          type: "identify",
          name: null,
          properties: JSON.stringify({ email: "ada@example.com" }),
        })
        const { events } = await read(await makeKey())
        expect(ids(events)).toEqual(["viewed", "identified"])
        expect(JSON.stringify(events)).not.toMatch(/ada|cus_|laptop/i)
        expect(events[0]).toMatchObject({
          properties: {
            product_id: "prod_1",
            url: "https://shop.example/cake",
          },
          context: { page: { path: "/cake" } },
        })
        expect(events[1]).not.toHaveProperty("traits")

        const identified = await makeKey({
          scopes: ["events:read", "events:read:identified"],
        })
        const known = await read(identified)
        expect(known.events[0]).toMatchObject({
          anonymous_id: "laptop",
          customer_id: person.claimed_customer_id,
          user_id: "ada@example.com",
          properties: { email: "ada@example.com" },
          context: { userAgent: "Mozilla/5.0 (Ada)" },
        })
        expect(known.events[1].traits).toEqual({ email: "ada@example.com" })

        const hers = `customer_id=${person.claimed_customer_id}`
        expect(ids((await read(identified, hers)).events)).toHaveLength(2)
        const refused = await refusal(read(await makeKey(), hers))
        expect(refused.status).toBe(403)
      })

      it("goes as far as the key's sources", async () => {
        await stored(
          5,
          { message_id: "web" },
          { message_id: "kiosk", source_id: kiosk.id }
        )
        const reader = await makeKey({ source_ids: [kiosk.id] })
        expect(ids((await read(reader)).events)).toEqual(["kiosk"])
        const own = await read(reader, `source=${kiosk.id}`)
        expect(ids(own.events)).toEqual(["kiosk"])
        const refused = await refusal(read(reader, `source=${web.id}`))
        expect(refused.status).toBe(403)
        const all = await makeKey()
        expect(ids((await read(all, `source=${web.id}`)).events)).toEqual([
          "web",
        ])
      })

      it("goes page by page in the order of arrival, between two instants", async () => {
        await stored(
          9,
          ...["a", "b", "c"].map((message_id) => ({ message_id }))
        )
        const from = await stored(8, { message_id: "d", type: "page" })
        const to = await stored(7, { message_id: "e" })
        const reader = await makeKey()
        const seen: string[] = []
        let query = "limit=2"
        for (;;) {
          const page = await read(reader, query)
          seen.push(...ids(page.events))
          query = `limit=2&cursor=${page.next_cursor}`
          if (!page.has_more) {
            break
          }
        }
        // What came in one request has one instant, and any order.
        expect(seen.slice(0, 3).sort()).toEqual(["a", "b", "c"])
        expect(seen.slice(3)).toEqual(["d", "e"])
        // The cursor at the end is where what comes next will be.
        await stored(0.1, { message_id: "f" })
        expect(ids((await read(reader, query)).events)).toEqual([])

        const range = `from=${from.toISOString()}&to=${to.toISOString()}`
        expect(ids((await read(reader, range)).events)).toEqual(["d"])
        const { events } = await read(reader, "type=page")
        expect(ids(events)).toEqual(["d"])
        // Each event is a place to go on from.
        const rest = await read(reader, `cursor=${events[0].cursor}`)
        expect(ids(rest.events)).toEqual(["e", "f"])
      })

      it("shows each event once to who follows while others are collected", async () => {
        const reader = await makeKey()
        const sent = new Set<string>()
        const collect = async (visitor: number) => {
          for (let turn = 0; turn < 25; turn++) {
            const batch = Array.from({ length: 1 + (turn % 9) }, () => ({
              type: "track",
              event: "Seen",
              anonymousId: `visitor-${visitor}`,
              messageId: randomUUID(),
            }))
            await api.post("/collect/v1/batch", { writeKey: web.key, batch })
            batch.forEach(({ messageId }) => sent.add(messageId))
          }
        }
        let isCollecting = true
        const collecting = Promise.all([0, 1, 2, 3].map(collect)).then(() => {
          isCollecting = false
        })
        const seen: string[] = []
        let cursor = ""
        const following = waitFor(
          "everything to be seen",
          async () => {
            const wasLast = !isCollecting
            const page = await read(reader, `limit=40${cursor}`)
            seen.push(...ids(page.events))
            cursor = `&cursor=${page.next_cursor}`
            return wasLast && seen.length >= sent.size ? true : null
          },
          60_000
        )
        await Promise.all([collecting, following])
        expect(seen).toHaveLength(sent.size)
        expect(new Set(seen)).toEqual(sent)
      })

      it("streams everything as lines, and says where the next export begins", async () => {
        const total = 1_203
        await stored(
          5,
          ...Array.from({ length: total }, (_, index) => ({
            message_id: `m${index}`,
          }))
        )
        const { headers } = await makeKey()
        const exported = async (query: string) => {
          const answer = await fetch(`${base}${EVENTS}?${query}`, {
            headers: { ...headers, accept: "application/x-ndjson" },
          })
          expect(answer.status).toBe(200)
          expect(answer.headers.get("content-type")).toContain("x-ndjson")
          const lines = (await answer.text()).trimEnd().split("\n")
          const parsed = lines.map(
            (line) =>
              JSON.parse(line) as Partial<ReadEvent & ReadEventsResponse>
          )
          return { events: parsed.slice(0, -1), last: parsed.at(-1) }
        }
        const first = await exported("")
        expect(first.events).toHaveLength(total)
        expect(
          new Set(first.events.map(({ message_id }) => message_id)).size
        ).toBe(total)
        expect(first.last).toEqual({
          next_cursor: expect.any(String),
          has_more: false,
        })
        const cut = first.events[999].cursor
        const rest = await exported(`cursor=${cut}`)
        expect(rest.events).toEqual(first.events.slice(1_000))
        expect(await exported(`cursor=${first.last?.next_cursor}`)).toEqual({
          events: [],
          last: { next_cursor: expect.any(String), has_more: false },
        })
      })

      it("stops reading when an export's client leaves", async () => {
        const properties = JSON.stringify({ note: "x".repeat(20_000) })
        for (let part = 0; part < 4; part++) {
          await stored(
            5,
            ...Array.from({ length: 750 }, (_, index) => ({
              message_id: `m${part}-${index}`,
              properties,
            }))
          )
        }
        const { headers } = await makeKey()
        const follow = jest.spyOn(
          ActivityModuleService.prototype,
          "followEvents"
        )
        const controller = new AbortController()
        const answer = await fetch(`${base}${EVENTS}`, {
          headers: { ...headers, accept: "application/x-ndjson" },
          signal: controller.signal,
        })
        const body = answer.body?.getReader()
        await body?.read()
        // 60 MB are there; nobody takes them, so nobody reads them.
        const before = await settled(() => follow.mock.calls.length)
        expect(before).toBeLessThan(6)
        controller.abort()
        const after = await settled(() => follow.mock.calls.length)
        expect(after).toBeLessThanOrEqual(before + 1)
        follow.mockRestore()
      })

      it("notes roughly when a key was used, and slows one that asks too often", async () => {
        const reader = await makeKey()
        await read(reader)
        const used = async () => {
          const { data } = await api.get<ReaderKeyResponse>(
            `${KEYS}/${reader.reader_key.id}`,
            admin
          )
          return data.reader_key.last_used_at
        }
        const first = await used()
        expect(Date.now() - Date.parse(first ?? "")).toBeLessThan(MINUTE)

        const answers = await Promise.all(
          Array.from({ length: 100 }, () =>
            fetch(`${base}${EVENTS}?limit=1`, { headers: reader.headers })
          )
        )
        const slowed = answers.filter(({ status }) => status === 429)
        expect(slowed.length).toBeGreaterThan(0)
        expect(slowed.length).toBeLessThan(60)
        expect(Number(slowed[0].headers.get("retry-after"))).toBeGreaterThan(0)
        expect(await slowed[0].json()).toMatchObject({
          type: "too_many_requests",
        })
        expect(await used()).toBe(first)
        // Another key is not slowed.
        expect((await read(await makeKey())).events).toEqual([])
      })

      it("gives the counts of days to keys that may", async () => {
        await stored(
          5,
          { message_id: "a", consent: "unknown", name: "Product Viewed" },
          { message_id: "b", consent: "unknown", name: "Product Viewed" },
          { message_id: "c", consent: "unknown", source_id: kiosk.id }
        )
        const reader = await makeKey({ scopes: ["facts:read"] })
        const facts = async (who: { headers: Headers }, query: string) => {
          const { data } = await api.get<ReadFactsResponse>(
            `/activity/v1/facts?${query}`,
            who
          )
          return data
        }
        const page = await facts(reader, "kind=event_without_consent&limit=1")
        const rest = await facts(
          reader,
          `kind=event_without_consent&limit=1&cursor=${page.next_cursor}`
        )
        expect(rest.next_cursor).toBeNull()
        const all = [...page.facts, ...rest.facts]
        expect(
          all.map(({ source_id, value, events }) => [source_id, value, events])
        ).toEqual(
          [
            [web.id, "Product Viewed", 2],
            [kiosk.id, "Product Viewed", 1],
          ].sort()
        )
        const narrow = await makeKey({
          scopes: ["facts:read"],
          source_ids: [kiosk.id],
        })
        const own = await facts(narrow, "")
        expect(own.facts.map(({ source_id }) => source_id)).toEqual([kiosk.id])
        const [{ day }] = all
        expect((await facts(reader, `to=${day}`)).facts).toEqual([])
        expect((await facts(reader, `from=${day}`)).facts).toHaveLength(2)
      })
    })
  },
})

/** Of an answer, whether it is good or bad news. */
async function statusOf(request: Promise<{ status: number }>): Promise<number> {
  const [answer] = await Promise.allSettled([request])
  return answer.status === "fulfilled"
    ? answer.value.status
    : (await refusal(request)).status
}

/** A role with the named policies, each `resource:operation`. */
async function roleWith(
  container: MedusaContainer,
  keys: string[]
): Promise<string> {
  const rbac = container.resolve(Modules.RBAC)
  const policies = await rbac.listRbacPolicies({ key: keys })
  expect(policies).toHaveLength(keys.length)
  const role = await rbac.createRbacRoles({ name: keys.join(" ") })
  await rbac.createRbacRolePolicies(
    policies.map(({ id }) => ({ role_id: role.id, policy_id: id }))
  )
  return role.id
}

/** A number once it has not changed for a while. */
async function settled(read: () => number): Promise<number> {
  let last = -1
  let since = Date.now()
  return waitFor("a number to settle", async () => {
    const now = read()
    if (now !== last) {
      last = now
      since = Date.now()
    }
    return Date.now() - since > 1_000 ? now : null
  })
}
