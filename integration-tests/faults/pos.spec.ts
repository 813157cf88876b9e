import path from "node:path"

import type { IEventBusModuleService } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  Modules,
  OrderWorkflowEvents,
} from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { RUNTIME_MODULE } from "../../src/modules/runtime"
import RuntimeModuleService from "../../src/modules/runtime/service"
import type { AdminOrderPos } from "../../src/sdk/types"
import { posService } from "../../src/workflows/pos/module"
import { followCanceledPosOrders } from "../../src/workflows/pos/reconcilers/follow-orders"
import { registerPosOrders } from "../../src/workflows/pos/reconcilers/register-orders"
import { Headers, signedInAdmin } from "../helpers/actors"
import { type AppProcess, startAppProcess } from "../helpers/app-process"
import { HttpClient, httpClient } from "../helpers/http-client"
import { createTestShop } from "../helpers/shop"
import { waitFor } from "../helpers/wait-for"
import type { Dutchie } from "../http/pos/dutchie"
import {
  addDispensary,
  connectDutchie,
  drain,
  order,
  orderPos,
  ownDutchie,
  PosShop,
  registeredPos,
  stockDutchie,
} from "../http/pos/setup"

jest.setTimeout(300_000)

const ROOT = path.resolve(__dirname, "../..")
const REPAIRED = { found: 1, repaired: 1 }
const NOTHING = { found: 0, repaired: 0 }

/** An order reaches its POS exactly once, wherever the process dies. */
medusaIntegrationTestRunner({
  // A server runs no jobs: nothing repairs what a test has broken but the test.
  env: { MEDUSA_WORKER_MODE: "server" },
  testSuite: ({ api: runner, getContainer }) => {
    let api: HttpClient
    let admin: { headers: Headers }
    let shop: PosShop
    let dutchie: Dutchie
    let sender: AppProcess | undefined

    beforeAll(async () => {
      dutchie = await ownDutchie()
      await stockDutchie(dutchie)
      api = httpClient(runner.defaults.baseURL)
      admin = await signedInAdmin(getContainer(), api)
      shop = await addDispensary(
        getContainer(),
        await createTestShop(getContainer())
      )
      await connectDutchie(api, admin, shop, dutchie, {
        settings: { settle_seconds: 0 },
      })
    })
    beforeEach(async () => {
      // As the shop, which the runner sets back, it knows no order yet.
      await dutchie.reset()
      await stockDutchie(dutchie)
      // The hardest case: it takes a second submission for a second order.
      await dutchie.switches({ idempotency: "off" })
    })
    afterEach(async () => {
      jest.restoreAllMocks()
      await sender?.kill()
    })
    afterAll(() => dutchie.stop())

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

    const place = () =>
      order(runner.defaults.baseURL, shop, [[shop.flower_id, 1]])
    const later = (seconds: number) => new Date(Date.now() + seconds * 1_000)
    const register = (seconds: number) =>
      registerPosOrders.run({ container: getContainer(), now: later(seconds) })
    const shown = async (orderId: string): Promise<AdminOrderPos | undefined> =>
      (await orderPos(api, admin, orderId)).pos_orders[0]
    const ticketsOf = async (orderId: string) => {
      const pos = await shown(orderId)
      return (await dutchie.orders()).filter(
        ({ transactionReference }) => transactionReference === pos?.reference
      )
    }
    const expectOneTicket = async (orderId: string) => {
      expect(await shown(orderId)).toMatchObject({ state: "sent" })
      expect(await ticketsOf(orderId)).toHaveLength(1)
    }

    it("sends an order whose event was lost, once", async () => {
      loseEvents(OrderWorkflowEvents.PLACED)
      const orderId = await place()
      expect(await register(0)).toEqual(NOTHING)
      expect(await register(60)).toEqual(REPAIRED)
      expect(await register(120)).toEqual(NOTHING)
      await drain(getContainer())
      await expectOneTicket(orderId)
      expect(await register(180)).toEqual(NOTHING)
      await drain(getContainer(), 1)
      await expectOneTicket(orderId)
    })

    it("sends an order that was registered by a process that died before it stored the message", async () => {
      const orderId = await place()
      const { id } = await registeredPos(api, admin, orderId)
      const runtime =
        getContainer().resolve<RuntimeModuleService>(RUNTIME_MODULE)
      const messages = await waitFor("the message", async () => {
        const found = await runtime.listOutboxMessages({
          kind: "pos-push-order",
        })
        return found.length ? found : null
      })
      await runtime.removeUnsentOutboxMessages(messages.map((each) => each.id))
      expect((await posService(getContainer()).findOrder(id))?.push_state).toBe(
        "waiting"
      )

      expect(await register(60)).toEqual(REPAIRED)
      expect(await register(120)).toEqual(NOTHING)
      await drain(getContainer())
      await expectOneTicket(orderId)
    })

    it("cancels at the POS an order whose cancellation was lost", async () => {
      const orderId = await place()
      await registeredPos(api, admin, orderId)
      await drain(getContainer())
      loseEvents(OrderWorkflowEvents.CANCELED)
      await api.post(`/admin/orders/${orderId}/cancel`, {}, admin)

      const follow = () =>
        followCanceledPosOrders.run({
          container: getContainer(),
          now: later(0),
        })
      expect(await follow()).toEqual(REPAIRED)
      expect(await follow()).toEqual(NOTHING)
      await drain(getContainer(), 1)
      expect(await shown(orderId)).toMatchObject({
        cancel_state: "done",
        status: "cancelled",
      })
    })

    it("makes one ticket each of two orders of one customer whose sender was killed with both submissions on the way, one of which had arrived", async () => {
      const lost = await place()
      const arrived = await place()
      for (const orderId of [lost, arrived]) {
        await registeredPos(api, admin, orderId)
      }
      await dutchie.fault(
        { match: { path: "/preorder/submit" }, action: { kind: "hang" } },
        {
          match: { path: "/preorder/submit" },
          action: { kind: "commit_then_timeout" },
        }
      )
      const before = (await dutchie.orders()).length
      const config = getContainer().resolve(
        ContainerRegistrationKeys.CONFIG_MODULE
      )
      sender = await startAppProcess({
        cwd: ROOT,
        databaseUrl: config.projectConfig.databaseUrl ?? "",
        // From source, so that the suite needs no build; with jobs, unlike this one.
        env: {
          NODE_ENV: "development",
          REDIS_URL: undefined,
          MEDUSA_WORKER_MODE: "shared",
        },
      })
      await waitFor(
        "both submissions to be on their way",
        async () => {
          const orders = await posService(getContainer()).listPosOrders({
            order_id: [lost, arrived],
            submit_started_at: { $ne: null },
          })
          const made = (await dutchie.orders()).length - before
          return orders.length === 2 && made === 1 ? true : null
        },
        60_000
      )
      await sender.kill()

      // Hours later, when the dead sender's lease and the pauses have ended.
      for (const hours of [1, 3, 6]) {
        await drain(getContainer(), hours)
      }
      await expectOneTicket(lost)
      await expectOneTicket(arrived)
      expect(await dutchie.orders()).toHaveLength(before + 2)
    })
  },
})
