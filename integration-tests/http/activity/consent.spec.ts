import Medusa from "@medusajs/js-sdk"
import { FeatureFlag } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { withCornerstore } from "../../../src/sdk"
import type {
  ActivitySettingsResponse,
  CollectedFiguresResponse,
  ConsentsInput,
  ListActivityEventsResponse,
  ListAuditResponse,
} from "../../../src/sdk/types"
import { recordConsentsWorkflow } from "../../../src/workflows/activity/record-consents"
import { updateCollectorSettingsWorkflow } from "../../../src/workflows/activity/update-collector-settings"
import {
  createPublishableKey,
  Headers,
  PASSWORD,
  registerCustomer,
  signedInAdmin,
} from "../../helpers/actors"
import { HttpClient, httpClient, refusal } from "../../helpers/http-client"
import { Storefront } from "../../helpers/storefront"
import { waitFor } from "../../helpers/wait-for"

jest.setTimeout(120_000)
process.env.MEDUSA_WORKER_MODE = "server"
process.env.CORNERSTORE_COUNTRY_HEADER = "cf-ipcountry"

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

    const LENIENT: Headers = { "cf-ipcountry": "US" }
    const STRICT: Headers = { "cf-ipcountry": "DE" }

    const post = async (path: string, body: object, more: Headers = {}) => {
      const answer = await fetch(`${base}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...more },
        body: JSON.stringify(body),
      })
      return {
        status: answer.status,
        body: (await answer.json()) as Record<string, unknown>,
      }
    }
    let messages = 0
    const track = (anonymousId: string, more: object = {}) => ({
      type: "track",
      event: "Product Viewed",
      anonymousId,
      messageId: `message-${messages++}`,
      properties: { product_id: `seen by ${anonymousId}` },
      ...more,
    })
    const collect = (event: object, more: Headers = {}) =>
      post(`/collect/v1/track`, { writeKey, ...event }, more)
    const choose = (
      anonymousId: string,
      analytics: "granted" | "denied",
      more: Headers = {}
    ) =>
      post(
        "/collect/v1/consent",
        { writeKey, anonymousId, analytics, version: "1" },
        more
      )

    const events = async (anonymousId: string) => {
      const { data } = await api.get<ListActivityEventsResponse>(
        `/admin/activity/events?anonymous_id=${anonymousId}`,
        { headers }
      )
      return data.events.length
    }
    /** Tables of the store in which a text stands anywhere, with what it is in. */
    const traces = async (text: string) => {
      const { rows } = await dbConnection.raw(
        `select table_name as name from information_schema.tables
          where table_schema = 'activity' and table_type = 'BASE TABLE'
            and table_name <> 'migration'`
      )
      const found: Record<string, object[]> = {}
      for (const { name } of rows) {
        const hits = await dbConnection.raw(
          `select to_jsonb(t) as row from activity.${name} t
            where position(? in t::text) > 0`,
          [text]
        )
        if (hits.rows.length) {
          found[name] = hits.rows.map(({ row }: { row: object }) => row)
        }
      }
      return found
    }
    /** How often something was only counted. */
    const counted = async (): Promise<number> => {
      const { rows } = await dbConnection.raw(
        `select coalesce(sum(events), 0)::int as count from activity.daily_fact
          where kind = 'event_without_consent' and value = 'Product Viewed'`
      )
      return rows[0].count
    }

    const gpc: Headers = { "sec-gpc": "1" }
    const dnt: Headers = { dnt: "1" }
    const context = (consent: object) => ({ context: { consent } })
    const yes = context({ analytics_storage: "granted" })
    const no = context({ analytics_storage: "denied", ad_storage: "granted" })
    const preferences = (Analytics: boolean) =>
      context({ categoryPreferences: { Analytics, Advertising: true } })

    type Signal = [name: string, more: object, headers: Headers, kept: boolean]

    describe.each<[string, Headers, boolean]>([
      ["lenient", LENIENT, true],
      ["strict", STRICT, false],
    ])("where the policy is %s", (policy, where, keptInSilence) => {
      it.each<Signal>([
        ["nothing", {}, {}, keptInSilence],
        ["Global Privacy Control", {}, gpc, false],
        ["Global Privacy Control, over a yes", yes, gpc, false],
        ["Do Not Track", {}, dnt, false],
        ["Consent Mode's yes", yes, {}, true],
        ["Consent Mode's no", no, {}, false],
        ["a banner's yes", preferences(true), {}, true],
        ["a banner's no", preferences(false), {}, false],
        [
          "RudderStack's no",
          {
            context: { consentManagement: { deniedConsentIds: ["analytics"] } },
          },
          {},
          false,
        ],
      ])("%s decides what is kept", async (name, more, extra, kept) => {
        const visitor = `v-${policy}-${name}`.replaceAll(/\W+/g, "-")
        const answer = await collect(track(visitor, more), {
          ...where,
          ...extra,
        })
        expect(answer).toEqual({
          status: 200,
          body: {
            success: true,
            stored: kept ? 1 : 0,
            counted: kept ? 0 : 1,
            duplicates: 0,
            dropped: 0,
          },
        })
        expect(await events(visitor)).toBe(kept ? 1 : 0)
        expect(await counted()).toBe(kept ? 0 : 1)
        expect(Object.keys(await traces(visitor)).sort()).toEqual(
          // The table, and its partition.
          kept ? ["event", expect.stringMatching(/^event_\d/)] : []
        )
      })

      it("the visitor's choice decides what nothing else does", async () => {
        for (const analytics of ["denied", "granted"] as const) {
          expect(await choose("chooser", analytics)).toEqual({
            status: 200,
            body: { success: true, analytics },
          })
          const { body } = await collect(track("chooser"), where)
          expect(body).toMatchObject({
            stored: analytics === "granted" ? 1 : 0,
          })
        }
        const { body } = await collect(track("chooser"), { ...where, ...gpc })
        expect(body).toMatchObject({ stored: 0, counted: 1 })
      })
    })

    it("a batch is decided event by event, and a repeat is not counted again", async () => {
      const batch = {
        writeKey,
        batch: [track("a"), track("b", no), track("c"), track("d", no)],
        context: { consent: { ad_storage: "denied" } },
      }
      const first = await post("/collect/v1/batch", batch, LENIENT)
      expect(first.body).toMatchObject({ stored: 2, counted: 2 })
      const again = await post("/collect/v1/batch", batch, LENIENT)
      expect(again.body).toMatchObject({ duplicates: 4, counted: 0 })
      expect(await counted()).toBe(2)
    })

    it("PostHog without cookies is only counted", async () => {
      const { status } = await post("/collect/e/", {
        api_key: writeKey,
        batch: [
          {
            event: "Product Viewed",
            uuid: "0193a0c5-6a49-7c39-b7f4-64b1c9f5f1aa",
            properties: {
              distinct_id: "$posthog_cookieless",
              $cookieless_mode: true,
              token: writeKey,
            },
          },
        ],
      })
      expect(status).toBe(200)
      expect(await counted()).toBe(1)
      expect(await traces("cookieless")).toEqual({})
    })

    it("of a visitor who opted out there is nothing but that, in any table", async () => {
      const visitor = "0b0c6c2e-9d0b-4c8f-8ee6-5a2f9c1d7e33"
      await choose(visitor, "denied")
      const messages = [
        track(visitor),
        { ...track(visitor), type: "page", name: "Home" },
        { ...track(visitor), type: "identify", traits: { of: visitor } },
        { ...track(visitor), type: "alias", userId: "x", previousId: visitor },
      ]
      const { body } = await post("/collect/v1/batch", {
        writeKey,
        batch: messages,
      })
      expect(body).toMatchObject({ stored: 0, counted: 4, dropped: 0 })
      expect(await traces(visitor)).toEqual({
        visitor_choice: [
          {
            anonymous_id: visitor,
            own_choice: false,
            customers_choice: null,
            analytics: false,
            text_version: "1",
            changed_at: expect.any(String),
          },
        ],
      })
    })

    describe("POST /collect/v1/consent", () => {
      it("takes Global Privacy Control for the visitor's word", async () => {
        const { body } = await choose("signaller", "granted", gpc)
        expect(body).toEqual({ success: true, analytics: "denied" })
        expect((await collect(track("signaller"), LENIENT)).body).toMatchObject(
          { stored: 0, counted: 1 }
        )
      })

      it("answers browsers of any origin, beacons and the SDK", async () => {
        const preflight = await fetch(`${base}/collect/v1/consent`, {
          method: "OPTIONS",
          headers: {
            origin: "https://shop.example",
            "access-control-request-method": "POST",
            "access-control-request-headers":
              "content-type,x-publishable-api-key",
          },
        })
        expect(preflight.status).toBe(204)
        expect(preflight.headers.get("access-control-allow-headers")).toMatch(
          /x-publishable-api-key/
        )
        const choice = { anonymousId: "a", analytics: "denied" }
        const plain = { "content-type": "text/plain" }
        for (const [path, more] of [
          [`/collect/v1/consent?writeKey=${writeKey}`, plain],
          ["/collect/v1/consent", { "x-publishable-api-key": writeKey }],
          [`/v1/consent?writeKey=${writeKey}`, plain],
        ] as const) {
          expect([path, await post(path, choice, more)]).toEqual([
            path,
            { status: 200, body: { success: true, analytics: "denied" } },
          ])
        }
      })

      it("refuses what is none, and whoever has no key", async () => {
        for (const body of [
          {},
          { anonymousId: "nobody" },
          { anonymousId: "", analytics: "denied" },
          { anonymousId: "nobody", analytics: "perhaps" },
          { anonymousId: "nobody".repeat(50), analytics: "denied" },
        ]) {
          const { status } = await post("/collect/v1/consent", {
            writeKey,
            ...body,
          })
          expect([body, status]).toEqual([body, 400])
        }
        const { status } = await post("/collect/v1/consent", {
          writeKey: "pk_unknown",
          anonymousId: "nobody",
          analytics: "denied",
        })
        expect(status).toBe(401)
        expect(await traces("nobody")).toEqual({})
      })
    })

    describe("a customer", () => {
      const customer = async (): Promise<{ id: string; sdk: Storefront }> => {
        const { customer } = await registerCustomer(api, {
          "x-publishable-api-key": writeKey,
        })
        const sdk = withCornerstore(
          new Medusa({
            baseUrl: base,
            publishableKey: writeKey,
            auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
          })
        )
        const { email } = customer
        await sdk.auth.login("customer", "emailpass", {
          email,
          password: PASSWORD,
        })
        return { id: customer.id, sdk }
      }

      it("says and reads what she agrees to, by purpose and channel", async () => {
        const { sdk } = await customer()
        const { activity } = sdk.cornerstore
        expect(await activity.listConsents()).toEqual({ consents: [] })
        await activity.setConsents([
          { purpose: "analytics", state: "granted", text_version: "7" },
          { purpose: "marketing", channel: "email", state: "granted" },
        ])
        const { consents } = await activity.setConsents([
          { purpose: "marketing", channel: "email", state: "denied" },
        ])
        expect(consents).toEqual([
          {
            purpose: "analytics",
            channel: null,
            state: "granted",
            text_version: "7",
          },
          {
            purpose: "marketing",
            channel: "email",
            state: "denied",
            text_version: null,
          },
        ])
        expect(await activity.listConsents()).toEqual({ consents })
        const other = await customer()
        expect(await other.sdk.cornerstore.activity.listConsents()).toEqual({
          consents: [],
        })
      })

      it("who says no is only counted, in all her browsers, from then on", async () => {
        const { id, sdk } = await customer()
        const { activity } = sdk.cornerstore
        await activity.linkVisitor("phone")
        expect((await collect(track("phone"), LENIENT)).body.stored).toBe(1)

        await activity.setConsents([{ purpose: "analytics", state: "denied" }])
        expect((await collect(track("phone"), LENIENT)).body.stored).toBe(0)
        await activity.linkVisitor("laptop")
        expect((await collect(track("laptop"), LENIENT)).body.stored).toBe(0)
        const ofServer = { ...track("server"), userId: id }
        expect((await collect(ofServer, LENIENT)).body.stored).toBe(0)
        expect(await events("phone")).toBe(1)
        expect(
          await activity.setConsent({
            anonymousId: "phone",
            analytics: "granted",
          })
        ).toEqual({ success: true, analytics: "denied" })

        await activity.setConsents([{ purpose: "analytics", state: "granted" }])
        expect((await collect(track("phone"), STRICT)).body.stored).toBe(1)
      })

      it("is asked for, and held to the purposes there are", async () => {
        const key = { "x-publishable-api-key": writeKey }
        expect(
          (
            await refusal(
              api.get("/store/customers/me/consents", { headers: key })
            )
          ).status
        ).toBe(401)
        const { sdk } = await customer()
        const bad: unknown[] = [
          [],
          [{ purpose: "sale", state: "granted" }],
          [{ purpose: "analytics", channel: "email", state: "granted" }],
          [
            { purpose: "analytics", state: "granted" },
            { purpose: "analytics", state: "denied" },
          ],
        ]
        for (const consents of bad) {
          await expect(
            sdk.cornerstore.activity.setConsents(
              consents as ConsentsInput["consents"]
            )
          ).rejects.toMatchObject({ status: 400 })
        }
      })

      it("has said nothing when what she said is rolled back", async () => {
        const { id, sdk } = await customer()
        await sdk.cornerstore.activity.linkVisitor("phone")
        const workflow = recordConsentsWorkflow(getContainer())
        const { transaction } = await workflow.run({
          input: {
            customer_id: id,
            consents: [
              {
                purpose: "analytics",
                channel: null,
                state: "denied",
                text_version: null,
              },
            ],
          },
        })
        expect((await collect(track("phone"), LENIENT)).body.stored).toBe(0)
        await workflow.cancel({ transaction })
        expect(await traces("denied")).toEqual({})
        expect((await collect(track("phone"), LENIENT)).body.stored).toBe(1)
      })
    })

    describe("the shop's settings", () => {
      const PATH = "/admin/activity/settings"
      const settings = async () =>
        (await api.get<ActivitySettingsResponse>(PATH, { headers })).data
      const change = async (body: object) =>
        (await api.post<ActivitySettingsResponse>(PATH, body, { headers })).data

      it("say how silence is taken, and hold within seconds", async () => {
        expect(await settings()).toMatchObject({
          location: "header",
          settings: {
            consent: { standard: "lenient", europe: "strict" },
            retention: {
              events_months: 25,
              visits_months: 25,
              logins_months: 13,
            },
          },
        })
        await change({
          consent: {
            places: [
              { place: "br", policy: "strict" },
              { place: "DE", policy: "lenient" },
            ],
            honour_dnt: false,
            categories: ["Statistics"],
          },
        })
        const isKept = async (more: Headers, event: object = {}) =>
          (await collect(track("settled", event), more)).body.stored === 1
        await waitFor("the collector to hear of it", async () =>
          (await isKept(STRICT)) ? true : null
        )
        expect(await isKept({ "cf-ipcountry": "BR" })).toBe(false)
        expect(await isKept({ "cf-ipcountry": "FR" })).toBe(false)
        expect(await isKept({ ...LENIENT, ...dnt })).toBe(true)
        expect(await isKept({ ...LENIENT, ...gpc })).toBe(false)
        expect(
          await isKept(
            LENIENT,
            context({ categoryPreferences: { statistics: false } })
          )
        ).toBe(false)
      })

      it("keep what is not named, and are accounted for", async () => {
        await change({ retention: { logins_months: 6 } })
        const { settings: after } = await change({
          consent: { standard: "strict" },
        })
        expect(after).toMatchObject({
          consent: { standard: "strict", europe: "strict" },
          retention: { events_months: 25, logins_months: 6 },
        })
        const { data } = await api.get<ListAuditResponse>(
          "/admin/audit-entries?action=activity_settings.updated",
          { headers }
        )
        expect(data.entries.map(({ details }) => details)).toEqual([
          { standard: { from: "lenient", to: "strict" } },
          { logins_months: { from: 13, to: 6 } },
        ])
      })

      it("are put back when a change is rolled back", async () => {
        const before = await settings()
        const workflow = updateCollectorSettingsWorkflow(getContainer())
        const { transaction } = await workflow.run({
          input: {
            changes: { consent: { standard: "strict" } },
            actor: { type: "user", id: "user_1" },
          },
        })
        expect(await settings()).not.toEqual(before)
        await workflow.cancel({ transaction })
        expect(await settings()).toEqual(before)
      })

      it("refuse what nobody could mean", async () => {
        for (const body of [
          {},
          { consent: {} },
          { consent: { standard: "perhaps" } },
          { consent: { places: [{ place: "Germany", policy: "strict" }] } },
          {
            consent: {
              places: [
                { place: "BR", policy: "strict" },
                { place: "br", policy: "lenient" },
              ],
            },
          },
          { retention: { events_months: 0 } },
          { anything: true },
        ]) {
          const { status } = await refusal(api.post(PATH, body, { headers }))
          expect([body, status]).toEqual([body, 400])
        }
      })

      it("are shown beside what they lead to", async () => {
        await collect(track("kept"), LENIENT)
        await collect(track("counted"), { ...LENIENT, ...gpc })
        await collect(track("counted"), { ...LENIENT, ...gpc })
        const { data } = await api.get<CollectedFiguresResponse>(
          `${PATH}/figures`,
          { headers }
        )
        expect(data.days).toHaveLength(7)
        expect(data.days[0]).toMatchObject({ counted: 2 })
        expect(data.days.slice(1)).toEqual(
          Array.from({ length: 6 }, () =>
            expect.objectContaining({ kept: 0, counted: 0 })
          )
        )
      })
    })
  },
})
