import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import type {
  AdminOrderPos,
  AdminOrderPosResponse,
  AdminPosConnection,
} from "../../../src/sdk/types"
import { pollPosOrders } from "../../../src/workflows/pos/poll-orders"
import { posService } from "../../../src/workflows/pos/module"
import { Headers, signedInAdmin } from "../../helpers/actors"
import { HttpClient, httpClient, refusal } from "../../helpers/http-client"
import { createTestShop } from "../../helpers/shop"
import { waitFor } from "../../helpers/wait-for"
import { Dutchie, DUTCHIE_KEY, SimulatedOrder } from "./dutchie"
import {
  addDispensary,
  connectDutchie,
  drain,
  feed,
  order,
  orderPos,
  ownDutchie,
  PosShop,
  registeredPos,
  stockDutchie,
} from "./setup"

jest.setTimeout(180_000)
// No jobs: each test says when messages leave and when the POS is asked.
process.env.MEDUSA_WORKER_MODE = "server"

medusaIntegrationTestRunner({
  testSuite: ({ api: runner, getContainer }) => {
    let api: HttpClient
    let admin: { headers: Headers }
    let shop: PosShop
    let dutchie: Dutchie
    let connection: AdminPosConnection
    /** Hours by which each poll and drain is later than the one before. */
    let later = 0

    beforeAll(async () => {
      dutchie = await ownDutchie()
      await stockDutchie(dutchie)
      api = httpClient(runner.defaults.baseURL)
      admin = await signedInAdmin(getContainer(), api)
      shop = await addDispensary(
        getContainer(),
        await createTestShop(getContainer())
      )
      connection = await connectDutchie(api, admin, shop, dutchie)
    })
    afterEach(() => dutchie.noFaults())
    afterAll(() => dutchie.stop())

    const place = (items: [string, number][] = [[shop.flower_id, 1]]) =>
      order(runner.defaults.baseURL, shop, items)
    const registered = (orderId: string) => registeredPos(api, admin, orderId)
    const shown = async (orderId: string): Promise<AdminOrderPos> =>
      (await orderPos(api, admin, orderId)).pos_orders[0]
    const send = () => drain(getContainer(), ++later)
    const poll = () =>
      pollPosOrders(getContainer(), new Date(Date.now() + ++later * 3_600_000))
    const ticketsOf = async ({
      reference,
    }: AdminOrderPos): Promise<SimulatedOrder[]> =>
      (await dutchie.orders()).filter(
        ({ transactionReference }) => transactionReference === reference
      )
    /** An order whose ticket is at the POS. */
    const placeAndSend = async () => {
      const orderId = await place()
      await registered(orderId)
      await send()
      const pos = await shown(orderId)
      expect(pos.state).toBe("sent")
      return { orderId, ticket: pos.external_id ?? "" }
    }

    it("sends what the POS carries as one ticket and shows it on the order", async () => {
      const orderId = await place([
        [shop.variant_id, 1],
        [shop.flower_id, 2],
      ])
      expect(await registered(orderId)).toMatchObject({
        state: "waiting",
        message: { status: "pending", attempts: 0 },
        lines: [{ title: "OG Kush", quantity: 2 }],
        skipped_lines: [{ title: "Lemon cake", reason: "not_carried" }],
        can_send_again: false,
      })
      await send()
      await send()
      const pos = await shown(orderId)
      expect(pos).toMatchObject({
        state: "sent",
        status: "received",
        connection: { name: "Market Street" },
        message: null,
        attention: null,
      })
      expect(await ticketsOf(pos)).toMatchObject([
        {
          preOrderId: Number(pos.external_id),
          status: "Submitted",
        },
      ])
    })

    it("does not bother the POS with an order of cakes", async () => {
      const orderId = await place([[shop.variant_id, 1]])
      expect(await registered(orderId)).toMatchObject({
        state: "skipped",
        message: null,
      })
      const { status, data } = await refusal(
        api.post(
          `/admin/orders/${orderId}/pos/${(await shown(orderId)).id}/send`,
          {},
          admin
        )
      )
      expect([status, data.message]).toEqual([
        400,
        expect.stringContaining("carries none of the order's products"),
      ])
    })

    it("takes orders while the POS is away, says so, and sends one ticket when it is back", async () => {
      await dutchie.stop()
      const orderId = await place()
      await registered(orderId)
      await send()
      await send()
      expect(await shown(orderId)).toMatchObject({
        state: "waiting",
        connection: { health: "degraded" },
        message: {
          status: "pending",
          attempts: 2,
          last_error: "Dutchie cannot be reached (ECONNREFUSED).",
          next_attempt_at: expect.any(String),
        },
        attention: null,
      })
      await dutchie.start()
      await send()
      const pos = await shown(orderId)
      expect(pos.state).toBe("sent")
      expect(await ticketsOf(pos)).toHaveLength(1)
    })

    it.each([
      ["commit_then_500", "header_and_key"],
      ["commit_then_500", "off"],
      ["commit_then_reset", "off"],
      ["commit_then_timeout", "off"],
    ])(
      "makes one ticket when the submission ends with %s and the POS's idempotency is %s",
      async (kind, idempotency) => {
        await dutchie.switches({ idempotency })
        await dutchie.fault({
          match: { path: "/preorder/submit" },
          action: { kind },
        })
        const orderId = await place()
        await registered(orderId)
        await send()
        expect(await shown(orderId)).toMatchObject({
          state: "waiting",
          message: { attempts: 1, last_error: expect.any(String) },
        })
        await send()
        const pos = await shown(orderId)
        expect(pos.state).toBe("sent")
        expect(await ticketsOf(pos)).toHaveLength(1)
        await dutchie.switches({ idempotency: "header_and_key" })
      }
    )

    it("waits for a person when staff changed the reference of a lost ticket, and makes no second one", async () => {
      await api.post(
        `/admin/pos/connections/${connection.id}`,
        { settings: { settle_seconds: 0 } },
        admin
      )
      await dutchie.switches({ idempotency: "off" })
      await dutchie.fault({
        match: { path: "/preorder/submit" },
        action: { kind: "commit_then_500" },
      })
      const before = (await dutchie.orders()).length
      const orderId = await place()
      await registered(orderId)
      await send()
      const [ticket] = await ticketsOf(await shown(orderId))
      await dutchie.advance(ticket.preOrderId, { reference: "by hand" })
      await send()
      expect(await shown(orderId)).toMatchObject({
        state: "waiting",
        attention: { code: "unclear_ticket" },
        message: { status: "failed" },
        can_send_again: true,
      })
      expect(await dutchie.orders()).toHaveLength(before + 1)
      await dutchie.switches({ idempotency: "header_and_key" })
      await dutchie.advance(ticket.preOrderId, { status: "Cancelled" })
    })

    it("hands a refused order to a person with the vendor's reason, and sends it again when asked", async () => {
      const orderId = await place([[shop.gummies_id, 5]])
      await registered(orderId)
      await send()
      const pos = await shown(orderId)
      expect(pos).toMatchObject({
        state: "waiting",
        attention: { code: "refused", message: expect.any(String) },
        message: { status: "failed" },
        can_send_again: true,
      })
      await send()
      expect(await feed(api, admin)).toContain(
        `Order ${pos.reference} needs you at the POS`
      )

      await dutchie.seed({
        packages: [{ sku: "EDI-GUM-10", quantity: 50 }],
      })
      const { data } = await api.post<AdminOrderPosResponse>(
        `/admin/orders/${orderId}/pos/${pos.id}/send`,
        {},
        admin
      )
      expect(data.pos_orders[0]).toMatchObject({
        attention: null,
        message: { status: "pending" },
        can_send_again: false,
      })
      await send()
      expect((await shown(orderId)).state).toBe("sent")
      expect(await ticketsOf(pos)).toHaveLength(1)
    })

    it("follows the status, shows a word nobody knows as unknown, and never moves back", async () => {
      const { orderId, ticket } = await placeAndSend()
      for (const [word, status, unknown] of [
        ["Processing", "preparing", false],
        ["Filled", "ready", false],
        ["Teleported", "ready", true],
        ["In Transit", "out_for_delivery", false],
        ["Complete", "completed", false],
      ] as const) {
        await dutchie.advance(ticket, { status: word })
        await poll()
        expect(await shown(orderId)).toMatchObject({
          status,
          external_status: word,
          is_status_unknown: unknown,
          polled_at: expect.any(String),
        })
      }
      const asked = (await dutchie.requests("/preorder/Status")).length
      await poll()
      const { polled_at } = await shown(orderId)
      await poll()
      expect((await shown(orderId)).polled_at).toBe(polled_at)
      expect(
        (await dutchie.requests("/preorder/Status")).length - asked
      ).toBeLessThan(40)
      await send()
      expect(await feed(api, admin)).toContain(
        "The POS uses a status nobody has explained: Teleported"
      )
    })

    it("asks for all open orders in one call, and only while there are any", async () => {
      await placeAndSend()
      await placeAndSend()
      await poll()
      const before = (await dutchie.requests("/preorder/Status")).length
      await poll()
      const single =
        (await dutchie.requests("/preorder/Status")).length - before
      expect(single).toBe(1)
    })

    it("tells the owner when the POS turns an order down", async () => {
      const { orderId, ticket } = await placeAndSend()
      await dutchie.advance(ticket, { reject: "No ID on file" })
      await poll()
      const pos = await shown(orderId)
      expect(pos).toMatchObject({
        status: "rejected",
        status_reason: "No ID on file",
        attention: {
          code: "canceled_at_pos",
          message: expect.stringContaining("No ID on file"),
        },
      })
      await send()
      expect(await feed(api, admin)).toContain(
        `Order ${pos.reference} was rejected at the POS`
      )
    })

    const cancel = async (orderId: string, state: string) => {
      await api.post(`/admin/orders/${orderId}/cancel`, {}, admin)
      await waitFor("the cancellation to be heard", async () =>
        (await shown(orderId)).cancel_state === state ? true : null
      )
    }

    it("cancels at the POS what was canceled in Medusa", async () => {
      const { orderId, ticket } = await placeAndSend()
      await cancel(orderId, "requested")
      await send()
      expect(await shown(orderId)).toMatchObject({
        status: "cancelled",
        cancel_state: "done",
        attention: null,
      })
      expect(
        (await dutchie.orders()).find(
          ({ preOrderId }) => String(preOrderId) === ticket
        )
      ).toMatchObject({ status: "Cancelled" })
    })

    it("says why the POS does not cancel any more", async () => {
      const { orderId, ticket } = await placeAndSend()
      await dutchie.advance(ticket, { status: "Processing" })
      await dutchie.advance(ticket, { status: "Filled" })
      await cancel(orderId, "requested")
      await send()
      expect(await shown(orderId)).toMatchObject({
        status: "ready",
        cancel_state: "refused",
        attention: {
          code: "cancel_refused",
          message: expect.stringContaining("it is Filled there"),
        },
      })
      await poll()
      expect((await shown(orderId)).attention?.code).toBe("cancel_refused")
    })

    it("never sends what was canceled before it left", async () => {
      const orderId = await place()
      const pos = await registered(orderId)
      await cancel(orderId, "done")
      await send()
      expect(await shown(orderId)).toMatchObject({ state: "withdrawn" })
      expect(await ticketsOf(pos)).toEqual([])
    })

    it("makes no call with a key that was refused, and sends what waited once there is a new one", async () => {
      await dutchie.seed({ keys: [{ key: DUTCHIE_KEY, revoked: true }] })
      const orderId = await place()
      await registered(orderId)
      await send()
      expect(await shown(orderId)).toMatchObject({
        state: "waiting",
        connection: { health: "attention" },
        message: { status: "pending" },
      })
      const calls = (await dutchie.requests()).length
      await send()
      await poll()
      expect(await dutchie.requests()).toHaveLength(calls)

      await dutchie.seed({ keys: [{ key: "new-key-of-market-street" }] })
      await api.post(
        `/admin/pos/connections/${connection.id}`,
        { credentials: { api_key: "new-key-of-market-street" } },
        admin
      )
      await send()
      const pos = await shown(orderId)
      expect(pos.state).toBe("sent")
      expect(await ticketsOf(pos)).toHaveLength(1)
      // The next test's connection has the first key again.
      await dutchie.seed({ keys: [{ key: DUTCHIE_KEY, revoked: false }] })
    })

    it("keeps orders while a connection is paused, and is not deleted with open ones", async () => {
      const path = `/admin/pos/connections/${connection.id}`
      await api.post(path, { is_paused: true }, admin)
      const orderId = await place()
      await registered(orderId)
      await send()
      expect(await shown(orderId)).toMatchObject({
        state: "waiting",
        connection: { is_paused: true },
      })
      expect((await refusal(api.delete(path, admin))).data.message).toContain(
        "orders that are not finished"
      )
      await api.post(path, { is_paused: false }, admin)
      await send()
      expect(await shown(orderId)).toMatchObject({
        state: "sent",
        message: null,
      })
    })

    it("sends 20 orders with 20 calls to submit, whoever drains beside it and takes the others for dead", async () => {
      await dutchie.switches({ idempotency: "off" })
      const before = (await dutchie.requests("/preorder/submit")).length
      const orderIds: string[] = []
      for (let index = 0; index < 20; index++) {
        orderIds.push(await place())
      }
      const all = await Promise.all(orderIds.map(registered))
      // An hour apart: each finds that the leases of the one before have ended.
      await Promise.all([send(), send(), send()])
      await send()
      for (const pos of all) {
        expect(await ticketsOf(pos)).toHaveLength(1)
      }
      expect(await dutchie.requests("/preorder/submit")).toHaveLength(
        before + 20
      )
      const [, count] = await posService(getContainer()).listAndCountPosOrders({
        order_id: orderIds,
        push_state: "sent",
      })
      expect(count).toBe(20)
    })
  },
})
