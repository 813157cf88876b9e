import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Modules } from "@medusajs/framework/utils"

import type {
  AdminLoyaltyEntry,
  ListAuditResponse,
  ListLoyaltyEntriesResponse,
  LoyaltyAccountResponse,
  LoyaltyAdjustmentResponse,
  LoyaltyProgramResponse,
} from "../../../src/sdk/types"
import { listLoyaltyEntriesBefore } from "../../../src/workflows/loyalty/entries"
import { Headers, registerCustomer, signedInAdmin } from "../../helpers/actors"
import { HttpClient, httpClient, refusal } from "../../helpers/http-client"
import { createTestShop, TestShop } from "../../helpers/shop"
import {
  ledgerOf,
  ledgerWith,
  Member,
  orderCakes,
  returnCakes,
  startProgram,
} from "./setup"

jest.setTimeout(120_000)
// No jobs: what is seen here was done by events.
process.env.MEDUSA_WORKER_MODE = "server"

medusaIntegrationTestRunner({
  testSuite: ({ api: runner, getContainer }) => {
    let api: HttpClient
    let admin: { headers: Headers }
    let shop: TestShop
    let member: Member

    beforeAll(async () => {
      api = httpClient(runner.defaults.baseURL)
      admin = await signedInAdmin(getContainer(), api)
      shop = await createTestShop(getContainer())
      member = await registerCustomer(api, shop.headers)
    })

    const ledger = () => ledgerOf(api, admin, member)
    const ledgerOfLength = (count: number) =>
      ledgerWith(count, api, admin, member)
    const account = async () => {
      const { data } = await api.get<LoyaltyAccountResponse>(
        "/store/customers/me/loyalty",
        member
      )
      return data.account
    }
    const adjust = (body: object, headers: Headers = {}) =>
      api.post<LoyaltyAdjustmentResponse>(
        `/admin/loyalty/accounts/${member.customer.id}/adjustments`,
        body,
        { headers: { ...admin.headers, ...headers } }
      )
    const audited = async (action: string) => {
      const { data } = await api.get<ListAuditResponse>(
        `/admin/audit-entries?action=${action}`,
        admin
      )
      return data.entries
    }

    it("gives a customer points for the goods, not for the post, and shows them pending", async () => {
      await startProgram(api, admin, { expiry_months: 12 })
      const order = await orderCakes(api, shop, member, 2)
      const [entry] = await ledgerOfLength(1)
      expect(entry).toMatchObject({
        kind: "earn",
        points: 60,
        reference: { type: "order", id: order.id },
        order: { id: order.id, display_id: expect.any(Number) },
        reason: null,
      })
      expect(await account()).toEqual({
        available: 0,
        pending: 60,
        tier: null,
        next_tier: null,
        points_to_next_tier: null,
        expiring: [{ points: 60, expires_at: entry.expires_at }],
        referral_code: null,
      })
      const { data } = await api.get<ListLoyaltyEntriesResponse>(
        "/store/customers/me/loyalty/entries?limit=5",
        member
      )
      const { order: _, reason: __, ...own } = entry
      expect(data).toEqual({ entries: [own], count: 1, limit: 5, offset: 0 })
      const days =
        Date.parse(entry.available_at ?? "") - Date.parse(entry.created_at)
      expect(Math.round(days / 86_400_000)).toBe(14)
    })

    it("counts what is left after a discount", async () => {
      await startProgram(api, admin)
      const promotions = getContainer().resolve(Modules.PROMOTION)
      await promotions.createPromotions({
        code: "TENOFF",
        type: "standard",
        status: "active",
        application_method: {
          type: "percentage",
          target_type: "items",
          allocation: "across",
          value: 10,
          currency_code: "usd",
        },
      })
      await orderCakes(api, shop, member, 1, { promo_codes: ["TENOFF"] })
      expect(await ledgerOfLength(1)).toMatchObject([{ points: 27 }])
    })

    it("earns once when the event comes ten times", async () => {
      await startProgram(api, admin)
      const order = await orderCakes(api, shop, member)
      await ledgerOfLength(1)
      const bus = getContainer().resolve(Modules.EVENT_BUS)
      await bus.emit(
        Array.from({ length: 10 }, () => ({
          name: "order.placed",
          data: { id: order.id },
        }))
      )
      await api.post(`/admin/orders/${order.id}/cancel`, {}, admin)
      expect(await ledgerOfLength(2)).toMatchObject([
        { kind: "reverse", points: -30, order: { id: order.id } },
        { kind: "earn", points: 30 },
      ])
      expect(await account()).toMatchObject({ available: 0, pending: 0 })
    })

    it("takes back the part that was returned, then the rest", async () => {
      await startProgram(api, admin, { return_window_days: 0 })
      const order = await orderCakes(api, shop, member, 3)
      await ledgerOfLength(1)
      await returnCakes(api, admin, order, { sent: 3, returned: 2 })
      const entries = await ledgerOfLength(2)
      expect(entries[0]).toMatchObject({ kind: "reverse", points: -60 })
      expect(await account()).toMatchObject({ available: 30, pending: 0 })
    })

    it("gives guests nothing, and nobody anything while it is off", async () => {
      await orderCakes(api, shop, member)
      await startProgram(api, admin)
      await orderCakes(api, shop, { headers: shop.headers })
      const order = await orderCakes(api, shop, member)
      const entries = await ledgerOfLength(1)
      expect(entries[0].order?.id).toBe(order.id)
    })

    it("lets an owner give and take points, once for each key, and says why", async () => {
      const { data } = await adjust({
        points: 50,
        reason: "Cake arrived late",
        idempotency_key: "a",
      })
      expect(data.account).toMatchObject({ available: 50, pending: 0 })
      const again = await adjust(
        { points: 50, reason: "Cake arrived late" },
        { "idempotency-key": "a" }
      )
      expect(again.data.adjustment).toEqual(data.adjustment)
      await adjust({ points: -20, reason: "Given twice" })
      expect(await ledger()).toMatchObject([
        { kind: "adjust", points: -20, reason: "Given twice", order: null },
        { kind: "adjust", points: 50, reason: "Cake arrived late" },
      ])
      const { data: own } = await api.get<ListLoyaltyEntriesResponse>(
        "/store/customers/me/loyalty/entries",
        member
      )
      expect(JSON.stringify(own)).not.toContain("Given twice")

      const entries = await audited("loyalty_account.adjusted")
      expect(entries.map(({ details }) => details)).toEqual([
        { adjustment_id: expect.any(String), points: -20 },
        { adjustment_id: data.adjustment.id, points: 50 },
      ])

      const less = await refusal(adjust({ points: -31, reason: "Too much" }))
      expect(less).toMatchObject({
        status: 400,
        data: { code: "points_insufficient" },
      })
      const reused = await refusal(
        adjust({ points: 51, reason: "Other", idempotency_key: "a" })
      )
      expect(reused).toMatchObject({
        status: 400,
        data: { code: "idempotency_key_reused" },
      })
    })

    it("changes the programme and writes down from what to what", async () => {
      const path = "/admin/loyalty/program"
      const { data: before } = await api.get<LoyaltyProgramResponse>(
        path,
        admin
      )
      expect(before.program).toEqual({
        is_active: false,
        active_since: null,
        points_per_unit: 1,
        rounding: "order",
        return_window_days: 14,
        expiry_months: null,
      })
      const { data } = await api.post<LoyaltyProgramResponse>(
        path,
        { is_active: true, points_per_unit: 0.25, rounding: "line" },
        admin
      )
      expect(data.program).toMatchObject({
        is_active: true,
        active_since: expect.any(String),
        points_per_unit: 0.25,
        rounding: "line",
      })
      await api.post(path, { points_per_unit: 0.25 }, admin)
      const [entry, ...more] = await audited("loyalty_program.updated")
      expect(more).toEqual([])
      expect(entry.details).toEqual({
        is_active: { from: false, to: true },
        points_per_unit: { from: 1, to: 0.25 },
        rounding: { from: "order", to: "line" },
      })
    })

    it.each([
      ["program", { points_per_unit: -1 }],
      ["program", { return_window_days: 366 }],
      ["program", { expiry_months: 0 }],
      ["program", { return_window_days: 60, expiry_months: 1 }],
      ["program", { colour: "red" }],
      ["program", {}],
      ["adjustments", { points: 0, reason: "None" }],
      ["adjustments", { points: 1.5, reason: "Half" }],
      ["adjustments", { points: 5, reason: " " }],
      ["adjustments", { points: 5 }],
    ])("refuses a wrong %s: %j", async (what, body) => {
      const request =
        what === "program"
          ? api.post("/admin/loyalty/program", body, admin)
          : adjust(body)
      expect((await refusal(request)).status).toBe(400)
      expect(await ledger()).toEqual([])
    })

    it("shows points to their owner only", async () => {
      await adjust({ points: 50, reason: "Welcome" })
      const other = await registerCustomer(api, shop.headers)
      const { data } = await api.get<LoyaltyAccountResponse>(
        "/store/customers/me/loyalty",
        other
      )
      expect(data.account).toMatchObject({ available: 0, pending: 0 })
      for (const path of ["", "/entries"]) {
        const guest = api.get(`/store/customers/me/loyalty${path}`, {
          headers: shop.headers,
        })
        expect((await refusal(guest)).status).toBe(401)
      }
      const stranger = api.get(
        `/admin/loyalty/accounts/${member.customer.id}`,
        member
      )
      expect((await refusal(stranger)).status).toBe(401)
      const unknown = api.get("/admin/loyalty/accounts/cus_x", admin)
      expect((await refusal(unknown)).status).toBe(404)
    })

    it("hands a timeline the entries before a cursor", async () => {
      for (const points of [1, 2, 3]) {
        await adjust({ points, reason: `Gift ${points}` })
      }
      const container = getContainer()
      const id = member.customer.id
      const first = await listLoyaltyEntriesBefore(id, { limit: 2 }, container)
      const last = first.at(-1) as AdminLoyaltyEntry
      const rest = await listLoyaltyEntriesBefore(
        id,
        {
          before: { created_at: new Date(last.created_at), id: last.id },
          limit: 2,
        },
        container
      )
      expect([...first, ...rest].map(({ reason }) => reason)).toEqual([
        "Gift 3",
        "Gift 2",
        "Gift 1",
      ])
    })
  },
})
