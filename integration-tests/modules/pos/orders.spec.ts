import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { setCurrentOptions } from "../../../src/lib/current-options"
import { POS_MODULE } from "../../../src/modules/pos"
import PosModuleService from "../../../src/modules/pos/service"

jest.setTimeout(120_000)

const NOW = new Date("2026-05-01T10:00:00Z")
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)

const PREPARED = {
  external_customer_id: "77",
  body: { customerId: 77, deliveryStreet: "1 Secret Street" },
}

moduleIntegrationTestRunner<PosModuleService>({
  moduleName: POS_MODULE,
  resolve: "./src/modules/pos",
  testSuite: ({ service, MikroOrmWrapper }) => {
    beforeAll(() => {
      setCurrentOptions({}, "test")
    })

    const register = (order_id: string, connection_id = "posconn_1") =>
      service.registerOrder({
        connection_id,
        order_id,
        reference: `1-${order_id}`,
        push_state: "waiting",
        lines: [],
        skipped_lines: [],
        attention_code: null,
        attention: null,
      })

    const registered = async (order_id: string): Promise<string> =>
      (await register(order_id)) ?? ""

    const start = (id: string, seen: Date | null = null) =>
      service.startSubmission({ id, prepared: PREPARED, seen, now: NOW })

    const sent = (id: string, external_id: string) =>
      service.recordSent({
        id,
        external_id,
        transaction_id: null,
        now: NOW,
      })

    const report = (
      id: string,
      status: "preparing" | "completed",
      closed = false
    ) =>
      service.recordStatus({
        id,
        status,
        external_status: status,
        is_status_unknown: false,
        transaction_id: null,
        reason: null,
        cancel_state: "none",
        attention: null,
        closed,
        now: NOW,
      })

    it("registers an order once at each connection, however many ask", async () => {
      const ids = await Promise.all(
        Array.from({ length: 20 }, () => register("order_a"))
      )
      expect(ids.filter((id) => id !== null)).toHaveLength(1)
      expect(await register("order_a", "posconn_2")).not.toBeNull()
    })

    it("takes a registration back only while nobody has started to send it", async () => {
      const untouched = await registered("order_a")
      const started = await registered("order_b")
      await start(started)
      await service.removeUntouchedOrders([untouched, started])
      expect(await service.findOrder(untouched)).toBeUndefined()
      expect(await service.findOrder(started)).toMatchObject({ id: started })
    })

    it("keeps the submission encrypted until it was answered, and not longer", async () => {
      const id = await registered("order_a")
      const started = await start(id)
      expect(started?.submit_started_at).toEqual(NOW)
      expect(started?.request).toMatch(/^v1\./)
      expect(started?.request).not.toContain("Secret")
      expect(started && (await service.preparedBefore(started))).toEqual(
        PREPARED
      )

      const done = await sent(id, "9001")
      expect(done).toMatchObject({
        push_state: "sent",
        external_id: "9001",
        request: null,
        submit_started_at: null,
        status: "received",
      })
      expect(await start(id)).toBeUndefined()
      expect(await sent(id, "9002")).toBeUndefined()
    })

    it("lets either the sender or the canceler have an order, never both", async () => {
      const ids = await Promise.all(
        Array.from({ length: 20 }, (_, index) => registered(`order_${index}`))
      )
      const outcomes = await Promise.all(
        ids.map(async (id, index) => {
          const [started, canceled] = await Promise.all([
            start(id),
            service.cancelOrders([`order_${index}`]),
          ])
          return {
            started: started !== undefined,
            withdrawn: canceled.withdrawn.length === 1,
            requested: canceled.requested.length === 1,
          }
        })
      )
      for (const { started, withdrawn, requested } of outcomes) {
        expect(withdrawn).toBe(!started)
        expect(requested).toBe(started)
      }
    })

    it("lets one of two senders that read the order at once submit it", async () => {
      const id = await registered("order_a")
      const starts = await Promise.all(
        Array.from({ length: 10 }, () => start(id))
      )
      expect(starts.filter((each) => each !== undefined)).toHaveLength(1)
      expect(await start(id, minutes(-1))).toBeUndefined()
      expect(await start(id, NOW)).toMatchObject({ id })
    })

    it("does not start again what is being canceled, and cancels it once it is sent", async () => {
      const id = await registered("order_a")
      await start(id)
      await service.cancelOrders(["order_a"])
      expect(await start(id, NOW)).toBeUndefined()
      expect(await sent(id, "9001")).toMatchObject({
        cancel_state: "requested",
      })
      const { requested } = await service.cancelOrders(["order_a"])
      expect(requested.map((order) => order.id)).toEqual([id])
    })

    it("never moves a closed order, and polls it no more", async () => {
      const id = await registered("order_a")
      await start(id)
      await sent(id, "9001")
      expect(await report(id, "preparing")).toBe(true)
      expect(await service.listOpenOrders("posconn_1", 10)).toHaveLength(1)
      expect(await report(id, "completed", true)).toBe(true)
      expect(await report(id, "preparing")).toBe(false)
      expect(await service.findOrder(id)).toMatchObject({
        status: "completed",
        external_status: "completed",
      })
      expect(await service.listOpenOrders("posconn_1", 10)).toEqual([])
    })

    it("knows since when the POS does not list an order, and forgets it when it does again", async () => {
      const id = await registered("order_a")
      await start(id)
      await sent(id, "9001")
      await service.recordUnlisted({ id, attention: null, now: minutes(1) })
      await service.recordUnlisted({
        id,
        attention: { code: "not_listed", message: "Look" },
        now: minutes(20),
      })
      expect(await service.findOrder(id)).toMatchObject({
        missing_since: minutes(1),
        attention_code: "not_listed",
      })
      await report(id, "preparing")
      expect(await service.findOrder(id)).toMatchObject({
        missing_since: null,
        attention_code: null,
      })
    })

    it("gives the turn to one of many processes, and to the next when it is due", async () => {
      const connection = await service.createPosConnections({
        adapter: "dutchie",
        name: "Market Street",
        base_url: "http://localhost",
        ...(await service.sealCredentials("dutchie", {
          api_key: "secret-key-1234",
        })),
        sales_channel_id: "sc_1",
        settings: await service.readSettings("dutchie", {}),
      })
      const claim = (now: Date) =>
        service.claimTurn({
          id: connection.id,
          column: "orders_claimed_at",
          before: new Date(now.getTime() - 60_000),
          now,
        })
      const turns = await Promise.all(
        Array.from({ length: 10 }, () => claim(NOW))
      )
      expect(turns.filter(Boolean)).toHaveLength(1)
      expect(await claim(minutes(0.5))).toBe(false)
      expect(await claim(minutes(1))).toBe(true)
    })

    it("stores a key as ciphertext with its last four characters", async () => {
      const sealed = await service.sealCredentials("dutchie", {
        api_key: " secret-key-1234 ",
        integrator_key: "",
      })
      expect(sealed.credentials).not.toContain("secret")
      expect(sealed.credentials_last_four).toEqual({ api_key: "1234" })
      await expect(
        service.sealCredentials("dutchie", { key: "x" })
      ).rejects.toMatchObject({
        message:
          "credentials.api_key: API key of the location is needed; credentials.key: Dutchie POS has no such field",
      })
    })

    describe("a catalogue", () => {
      const write = (skus: string[], seen_at: Date) =>
        service.writeCatalogue({
          connection_id: "posconn_1",
          seen_at,
          products: skus.map((sku, index) => ({
            external_id: String(index + 1),
            sku,
            name: sku,
            variant_id: sku === "NONE" ? null : `variant_${sku}`,
            mapping: sku === "NONE" ? "none" : "sku",
          })),
        })

      it("is counted, found by variant or SKU, and marks what is gone without losing it", async () => {
        expect(await write(["A", "B", "NONE"], NOW)).toBe(0)
        expect(await write(["A", "B"], minutes(5))).toBe(1)
        expect(
          (await service.countProducts(["posconn_1"])).get("posconn_1")
        ).toEqual({ products: 3, mapped: 2, ambiguous: 0, missing: 1 })
        const found = await service.findProducts("posconn_1", {
          variant_ids: ["variant_A"],
          skus: ["NONE"],
        })
        expect(found.map(({ external_id }) => external_id)).toEqual(["1", "3"])
        expect(await write(["A", "B", "NONE"], minutes(10))).toBe(0)
        expect(
          (await service.countProducts(["posconn_1"])).get("posconn_1")
        ).toMatchObject({ missing: 0 })
      })

      it("writes 20,000 products and finds one by the index", async () => {
        await write(
          Array.from({ length: 20_000 }, (_, index) => `SKU-${index}`),
          NOW
        )
        const manager = MikroOrmWrapper.forkManager()
        await manager.execute("analyze pos_product")
        for (const column of ["sku", "variant_id"]) {
          const [answer] = await manager.execute<
            { "QUERY PLAN": { Plan: unknown }[] }[]
          >(
            `explain (format json) select external_id from pos_product
              where connection_id = ? and ${column} in (?) and deleted_at is null`,
            ["posconn_1", ["SKU-77"]]
          )
          expect(JSON.stringify(answer["QUERY PLAN"])).not.toContain("Seq Scan")
        }
      })
    })
  },
})
