import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Modules, OrderWorkflowEvents } from "@medusajs/framework/utils"
import type { IEventBusModuleService } from "@medusajs/framework/types"

import { AUDIT_MODULE } from "../../src/modules/audit"
import AuditModuleService from "../../src/modules/audit/service"
import type { Reconciler } from "../../src/lib/reconciler"
import type { AuditEntry } from "../../src/sdk/types"
import { loyaltyService } from "../../src/workflows/loyalty/module"
import { checkBalances } from "../../src/workflows/loyalty/reconcilers/check-balances"
import { earnMissed } from "../../src/workflows/loyalty/reconcilers/earn-missed"
import { reverseMissed } from "../../src/workflows/loyalty/reconcilers/reverse-missed"
import { Headers, registerCustomer, signedInAdmin } from "../helpers/actors"
import { HttpClient, httpClient, refusal } from "../helpers/http-client"
import { createTestShop, TestShop } from "../helpers/shop"
import {
  ledgerOf,
  ledgerWith,
  Member,
  orderCakes,
  returnCakes,
  startProgram,
} from "../http/loyalty/setup"

jest.setTimeout(120_000)
// No jobs: the reconcilers run when the test says so.
process.env.MEDUSA_WORKER_MODE = "server"

/**
 * A process that dies takes its events along: the order stands, and nobody was
 * told. Each test loses the event and lets the reconciler find the order, twice.
 */
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
    beforeEach(() => startProgram(api, admin))
    afterEach(() => jest.restoreAllMocks())

    /** The event bus loses events of a kind, as it does when the process dies. */
    const loseEvents = (lost: string) => {
      const bus = getContainer().resolve<IEventBusModuleService>(
        Modules.EVENT_BUS
      )
      const emit = bus.emit.bind(bus)
      jest.spyOn(bus, "emit").mockImplementation((events, options) => {
        const kept = [events].flat().filter(({ name }) => name !== lost)
        return emit(kept, options)
      })
    }

    const run = (reconciler: Reconciler, minutes = 0) =>
      reconciler.run({
        container: getContainer(),
        now: new Date(Date.now() + minutes * 60_000),
      })
    const done = (count: number) => ({ found: count, repaired: count })
    const points = async () => {
      const entries = await ledgerOf(api, admin, member)
      return entries.map((entry) => entry.points)
    }

    it("gives points to orders whose event was lost, once, and none to guests", async () => {
      loseEvents(OrderWorkflowEvents.PLACED)
      await orderCakes(api, shop, member, 2)
      await orderCakes(api, shop, { headers: shop.headers })
      const canceled = await orderCakes(api, shop, member)
      await api.post(`/admin/orders/${canceled.id}/cancel`, {}, admin)

      // It may still be being placed.
      expect(await run(earnMissed, 1)).toEqual(done(0))
      expect(await run(earnMissed, 3)).toEqual(done(1))
      expect(await points()).toEqual([60])
      expect(await run(earnMissed, 4)).toEqual(done(0))
      expect(await run(checkBalances)).toEqual(done(0))
    })

    it("leaves orders alone that were placed before the programme began", async () => {
      loseEvents(OrderWorkflowEvents.PLACED)
      await api.post("/admin/loyalty/program", { is_active: false }, admin)
      await orderCakes(api, shop, member)
      await startProgram(api, admin)
      expect(await run(earnMissed, 3)).toEqual(done(0))
    })

    it("takes back the points of an order that was canceled while the event was lost", async () => {
      const order = await orderCakes(api, shop, member)
      await ledgerWith(1, api, admin, member)
      loseEvents(OrderWorkflowEvents.CANCELED)
      await api.post(`/admin/orders/${order.id}/cancel`, {}, admin)
      expect(await points()).toEqual([30])

      expect(await run(reverseMissed)).toEqual(done(1))
      expect(await points()).toEqual([-30, 30])
      expect(await run(reverseMissed)).toEqual(done(0))
      expect(await run(checkBalances)).toEqual(done(0))
    })

    it("takes back the part that was returned while the event was lost", async () => {
      const order = await orderCakes(api, shop, member, 3)
      await ledgerWith(1, api, admin, member)
      loseEvents(OrderWorkflowEvents.RETURN_RECEIVED)
      await returnCakes(api, admin, order, { sent: 3, returned: 1 })
      expect(await points()).toEqual([90])

      expect(await run(reverseMissed)).toEqual(done(1))
      expect(await points()).toEqual([-30, 90])
      expect(await run(reverseMissed)).toEqual(done(0))
    })

    it("finishes an adjustment that died before it was accounted for, when it is sent again", async () => {
      const audit = getContainer().resolve<AuditModuleService>(AUDIT_MODULE)
      jest.spyOn(audit, "append").mockRejectedValueOnce(new Error("killed"))
      const adjust = () =>
        api.post(
          `/admin/loyalty/accounts/${member.customer.id}/adjustments`,
          { points: 50, reason: "Late cake", idempotency_key: "one" },
          admin
        )
      expect((await refusal(adjust())).status).toBe(500)
      await adjust()
      await adjust()
      expect(await points()).toEqual([50])
      const { data } = await api.get<{ entries: AuditEntry[] }>(
        "/admin/audit-entries?action=loyalty_account.adjusted",
        admin
      )
      expect(data.entries).toHaveLength(1)
    })

    it("reports an account whose total is wrong and leaves it to a person", async () => {
      await orderCakes(api, shop, member)
      await ledgerWith(1, api, admin, member)
      const loyalty = loyaltyService(getContainer())
      const [account] = await loyalty.listLoyaltyAccounts({}, { take: 1 })
      await loyalty.updateLoyaltyAccounts({ id: account.id, balance: 31 })
      expect(await run(checkBalances)).toEqual({ found: 1, repaired: 0 })
    })
  },
})
