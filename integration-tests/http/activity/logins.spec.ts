import { randomUUID } from "node:crypto"
import { rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { cityRecord, geoFile } from "../../../src/lib/geo/__tests__/geo-file"
import type {
  CustomerLogin,
  CustomerTimelineResponse,
  ListCustomerLoginsResponse,
} from "../../../src/sdk/types"
import {
  createPublishableKey,
  Headers,
  PASSWORD,
  registerCustomer,
  signedInAdmin,
} from "../../helpers/actors"
import { HttpClient, httpClient, refusal } from "../../helpers/http-client"
import { waitFor } from "../../helpers/wait-for"

jest.setTimeout(120_000)
process.env.MEDUSA_WORKER_MODE = "server"

const GEO = join(tmpdir(), `cornerstore-${randomUUID()}.mmdb`)
writeFileSync(
  GEO,
  geoFile({
    "203.0.113.0/24": cityRecord("US", "CA", "San Francisco"),
    "198.51.100.0/24": { country: { iso_code: "DE" } },
  })
)
process.env.CORNERSTORE_GEO_DATABASE = GEO

const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"
const windows = (version: number) =>
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`

medusaIntegrationTestRunner({
  testSuite: ({ api: runner, getContainer, dbConnection }) => {
    let api: HttpClient
    let admin: { headers: Headers }
    let store: Headers

    beforeAll(async () => {
      api = httpClient(runner.defaults.baseURL)
      admin = await signedInAdmin(getContainer(), api)
      store = (await createPublishableKey(getContainer())).headers
    })
    afterAll(() => rmSync(GEO, { force: true }))

    /** A customer who has logged in once, from the test itself. */
    const customer = async () => {
      const { customer, headers } = await registerCustomer(api, store)
      await logins(customer.id, 1)
      return { ...customer, email: customer.email ?? "", headers }
    }

    const page = async (id: string, query = "") => {
      const { data } = await api.get<ListCustomerLoginsResponse>(
        `/admin/customers/${id}/logins?${query}`,
        admin
      )
      return data
    }
    /** The customer's log-ins, newest first, once there are that many. */
    const logins = (id: string, count: number): Promise<CustomerLogin[]> =>
      waitFor(`${count} log-ins`, async () => {
        const { logins: found } = await page(id, "limit=100")
        return found.length >= count ? found : null
      })

    const logIn = (email: string, password = PASSWORD, headers: Headers = {}) =>
      api.post<{ token: string }>(
        "/auth/customer/emailpass",
        { email, password },
        { headers }
      )
    const refused = async (
      email: string,
      headers: Headers = {}
    ): Promise<void> => {
      const { status } = await refusal(logIn(email, "wrong", headers))
      expect(status).toBe(401)
    }
    const rows = async (): Promise<Record<string, unknown>[]> =>
      (await dbConnection.raw("select * from activity.login order by at")).rows

    it("notes who logged in, with device and coarse place", async () => {
      const ada = await customer()
      await logIn(ada.email, PASSWORD, {
        "user-agent": IPHONE,
        "x-forwarded-for": "203.0.113.7",
      })
      const [login] = await logins(ada.id, 2)
      expect(login).toEqual({
        id: expect.stringMatching(/^login_/),
        at: expect.any(String),
        outcome: "success",
        provider: "emailpass",
        device: {
          browser: "Safari",
          browser_version: "17",
          system: "iOS",
          class: "mobile",
        },
        place: { country: "US", region: "CA", city: "San Francisco" },
        is_new_device: true,
        is_burst: false,
      })
      const { summary } = await page(ada.id)
      expect(summary).toEqual({
        days: 30,
        succeeded: 2,
        refused: 0,
        devices: 2,
      })
    })

    it("knows a device again, whatever its browser's version", async () => {
      const ada = await customer()
      for (const version of [126, 127]) {
        await logIn(ada.email, PASSWORD, { "user-agent": windows(version) })
      }
      const [second, first] = await logins(ada.id, 3)
      expect([first.is_new_device, second.is_new_device]).toEqual([true, false])
      expect(second.device.browser_version).toBe("127")
      // Another customer has not used it.
      const bob = await customer()
      await logIn(bob.email, PASSWORD, { "user-agent": windows(127) })
      expect((await logins(bob.id, 2))[0].is_new_device).toBe(true)
    })

    it("notes who was refused, also of nobody, and never what was entered", async () => {
      const ada = await customer()
      const from = { "x-forwarded-for": "198.51.100.9" }
      await refused(ada.email, from)
      await refused(ada.email.toUpperCase(), from)
      await refused("stranger@example.com", from)
      await waitFor("the stranger", async () =>
        (await rows()).length >= 4 ? true : null
      )
      const found = await logins(ada.id, 3)
      expect(found.map(({ outcome, provider }) => [outcome, provider])).toEqual(
        [
          ["refused", "emailpass"],
          ["refused", "emailpass"],
          ["success", "emailpass"],
        ]
      )
      expect(found[0].place).toEqual({
        country: "DE",
        region: null,
        city: null,
      })
      const text = JSON.stringify(await rows()).toLowerCase()
      for (const secret of [
        ada.email,
        "stranger",
        "wrong",
        PASSWORD,
        "198.51.100",
      ]) {
        expect([secret, text.includes(secret.toLowerCase())]).toEqual([
          secret,
          false,
        ])
      }
    })

    it("flags the fifth refusal in ten minutes, and who gets in after it", async () => {
      const ada = await customer()
      for (let attempt = 0; attempt < 5; attempt++) {
        // From everywhere: what they share is the address that was entered.
        await refused(ada.email, { "x-forwarded-for": `203.0.113.${attempt}` })
      }
      await logIn(ada.email)
      const found = await logins(ada.id, 7)
      expect(found.map(({ is_burst }) => is_burst)).toEqual([
        true,
        true,
        false,
        false,
        false,
        false,
        false,
      ])
      await dbConnection.raw(
        "update activity.login set at = at - interval '11 minutes' where outcome = 'refused'"
      )
      await logIn(ada.email)
      expect((await logins(ada.id, 8))[0].is_burst).toBe(false)
    })

    it("flags many names tried from one address", async () => {
      const ada = await customer()
      const from = { "x-forwarded-for": "203.0.113.77" }
      for (let attempt = 0; attempt < 4; attempt++) {
        await refused(`guess-${attempt}@example.com`, from)
      }
      await refused(ada.email, from)
      const [last] = await logins(ada.id, 2)
      expect(last).toMatchObject({ outcome: "refused", is_burst: true })
    })

    it("takes a renewed token for no log-in, unless the old one was nobody's", async () => {
      const email = `customer-${randomUUID()}@example.com`
      const registered = await api.post<{ token: string }>(
        "/auth/customer/emailpass/register",
        { email, password: PASSWORD }
      )
      const bearer = (token: string) => ({
        headers: { ...store, authorization: `Bearer ${token}` },
      })
      const { data } = await api.post<{ customer: { id: string } }>(
        "/store/customers",
        { email },
        bearer(registered.data.token)
      )
      const renew = async (token: string) =>
        (
          await api.post<{ token: string }>(
            "/auth/token/refresh",
            {},
            bearer(token)
          )
        ).data.token
      const token = await renew(registered.data.token)
      await logins(data.customer.id, 1)
      await renew(token)
      await logIn(email)
      expect(await logins(data.customer.id, 2)).toHaveLength(2)
    })

    it("is part of the timeline, page by page", async () => {
      const ada = await customer()
      await refused(ada.email)
      await logins(ada.id, 2)
      const { data } = await api.get<CustomerTimelineResponse>(
        `/admin/customers/${ada.id}/timeline?kinds=login&limit=1`,
        admin
      )
      expect(data.entries).toEqual([
        expect.objectContaining({
          kind: "login",
          name: "login.refused",
          data: expect.objectContaining({ is_burst: false }),
        }),
      ])
      const next = await api.get<CustomerTimelineResponse>(
        `/admin/customers/${ada.id}/timeline?kinds=login&cursor=${data.next_cursor}`,
        admin
      )
      expect(next.data.entries.map(({ name }) => name)).toEqual([
        "login.success",
      ])
      const first = await page(ada.id, "limit=1")
      const second = await page(
        ada.id,
        `limit=1&cursor=${first.next_cursor ?? ""}`
      )
      expect(
        [...first.logins, ...second.logins].map(({ outcome }) => outcome)
      ).toEqual(["refused", "success"])
      expect(second.next_cursor).toBeNull()
    })

    it("keeps nobody from logging in while the store is away, and catches up", async () => {
      const ada = await customer()
      await dbConnection.raw("alter schema activity rename to activity_away")
      try {
        await logIn(ada.email)
        await refused(ada.email)
      } finally {
        await dbConnection.raw("alter schema activity_away rename to activity")
      }
      expect((await logins(ada.id, 3)).map(({ outcome }) => outcome)).toEqual([
        "refused",
        "success",
        "success",
      ])
    })

    it("lets nobody wait for the record", async () => {
      const ada = await customer()
      const blocked = await dbConnection.transaction()
      await blocked.raw("lock table activity.login in access exclusive mode")
      try {
        const { data } = await logIn(ada.email)
        expect(data.token).toEqual(expect.any(String))
      } finally {
        await blocked.rollback()
      }
      expect(await logins(ada.id, 2)).toHaveLength(2)
    })

    it("takes no longer than a log-in that is not watched", async () => {
      const ada = await customer()
      const login = { email: ada.email, password: PASSWORD }
      const time = async (actor: string) => {
        const start = performance.now()
        // For a customer's name there is no dashboard user: the same password
        // is hashed, the answer differs in its actor only.
        await api.post(`/auth/${actor}/emailpass`, login)
        return performance.now() - start
      }
      const times: Record<string, number[]> = { customer: [], user: [] }
      for (let round = 0; round < 15; round++) {
        for (const actor of ["customer", "user"]) {
          times[actor].push(await time(actor))
        }
      }
      const median = (list: number[]) =>
        list.toSorted((one, other) => one - other)[7]
      expect(median(times.customer)).toBeLessThan(
        median(times.user) * 1.25 + 10
      )
    })

    it("is for those who may see customers' activity, of customers there are", async () => {
      const ada = await customer()
      for (const path of ["logins", "visits"]) {
        const route = `/admin/customers/${ada.id}/${path}`
        expect((await refusal(api.get(route))).status).toBe(401)
        for (const query of ["limit=0", "cursor=x", "sort=up"]) {
          const { status } = await refusal(api.get(`${route}?${query}`, admin))
          expect([path, query, status]).toEqual([path, query, 400])
        }
        const none = `/admin/customers/cus_none/${path}`
        expect((await refusal(api.get(none, admin))).status).toBe(404)
      }
    })
  },
})
