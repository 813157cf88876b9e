import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import {
  drainOutbox,
  OutboxContext,
  OutboxHandler,
  UndeliverableError,
} from "../../../src/lib/outbox"
import { leaseMs } from "../../../src/lib/outbox/decide"
import { RUNTIME_MODULE } from "../../../src/modules/runtime"
import { CLAIM_SQL } from "../../../src/modules/runtime/queries/outbox"
import RuntimeModuleService from "../../../src/modules/runtime/service"
import { containerWithLog, manualClock, warmPool } from "./setup"

jest.setTimeout(60_000)

/** A handler that remembers the key of each send and then does as told. */
function recordingHandler(
  send: OutboxHandler["send"] = async () => ({ external_id: "x1" }),
  rest: Partial<OutboxHandler> = {}
) {
  const keys: string[] = []
  const handler: OutboxHandler = {
    kind: "test",
    maxAttempts: 3,
    timeoutMs: 1_000,
    ...rest,
    send: (message, context: OutboxContext) => {
      keys.push(context.idempotencyKey)
      return send(message, context)
    },
  }
  return { handler, keys }
}

moduleIntegrationTestRunner<RuntimeModuleService>({
  moduleName: RUNTIME_MODULE,
  resolve: "./src/modules/runtime",
  testSuite: ({ service }) => {
    describe("outbox", () => {
      const clock = manualClock()
      const drain = (handler: OutboxHandler, limit?: number) =>
        drainOutbox({
          runtimeService: service,
          handlers: [handler],
          container: containerWithLog().container,
          now: clock.now,
          random: () => 0,
          limit,
        })
      const enqueue = (key: string, payload: Record<string, unknown> = {}) =>
        service.enqueueOutboxMessages(
          [{ kind: "test", key, payload }],
          clock.now()
        )
      const only = async () => {
        const messages = await service.listOutboxMessages({})
        expect(messages).toHaveLength(1)
        return messages[0]!
      }

      it("keeps one message per kind and key", async () => {
        const [id] = await enqueue("order_1", { note: "first" })
        expect(await enqueue("order_1", { note: "second" })).toEqual([])
        const [other] = await service.enqueueOutboxMessages([
          { kind: "other", key: "order_1", payload: {} },
        ])

        expect(other).not.toEqual(id)
        expect(await service.retrieveOutboxMessage(id!)).toMatchObject({
          payload: { note: "first" },
          status: "pending",
        })
      })

      it("hands the payload over as it was, whatever characters it has", async () => {
        const payload = {
          text: `What's "this"? 100% \\ ok; ?? $1 :name é 漢`,
          nested: { list: [1, null, "?"] },
        }
        await enqueue("order_1", payload)
        let received: unknown
        const { handler } = recordingHandler(async (message) => {
          received = message.payload
          return { answer: "Why? Because." }
        })
        await drain(handler)

        expect(received).toEqual(payload)
        expect((await only()).result).toEqual({ answer: "Why? Because." })
      })

      it("sends each message once when several drain at the same time", async () => {
        const wanted = Array.from({ length: 100 }, (_, i) => `order_${i}`)
        await service.enqueueOutboxMessages(
          wanted.map((key) => ({ kind: "test", key, payload: {} })),
          clock.now()
        )
        await warmPool(service)
        const { handler, keys } = recordingHandler()
        const results = await Promise.all(
          Array.from({ length: DRAINS }, () => drain(handler))
        )

        expect([...keys].sort()).toEqual(
          wanted.map((key) => `test:${key}`).sort()
        )
        expect(results.reduce((sum, { sent }) => sum + sent, 0)).toBe(100)
        expect(await service.getOutboxStats(clock.now())).toMatchObject({
          pending: 0,
          failed: 0,
        })
      })

      it("stops at the limit", async () => {
        for (let i = 0; i < 12; i++) {
          await enqueue(`order_${i}`)
        }
        const { handler, keys } = recordingHandler()
        await drain(handler, 7)
        expect(keys).toHaveLength(7)
      })

      it("leaves kinds alone that it has no handler for", async () => {
        await service.enqueueOutboxMessages(
          [{ kind: "newer", key: "1", payload: {} }],
          clock.now()
        )
        await drain(recordingHandler().handler)
        expect(await only()).toMatchObject({ status: "pending", attempts: 0 })
      })

      it("sends again with the same key when a sender died, but not before its lease ends", async () => {
        await enqueue("order_1")
        const { handler, keys } = recordingHandler()
        // A sender that claims and is never heard of again.
        const claimed = await service.claimOutboxMessages({
          kinds: ["test"],
          limit: 5,
          now: clock.now(),
          lockedUntil: new Date(clock.now().getTime() + leaseMs([handler])),
          leaseId: "dead",
        })
        expect(claimed).toHaveLength(1)

        await drain(handler)
        expect(keys).toEqual([])

        clock.advance(leaseMs([handler]))
        await drain(handler)
        expect(keys).toEqual(["test:order_1"])
        expect(await only()).toMatchObject({ status: "sent", attempts: 2 })
      })

      it("refuses the answer of a sender whose lease ended", async () => {
        await enqueue("order_1")
        const { handler } = recordingHandler()
        const [late] = await service.claimOutboxMessages({
          kinds: ["test"],
          limit: 1,
          now: clock.now(),
          lockedUntil: clock.now(),
          leaseId: "late",
        })
        await drain(handler)
        const settled = await service.settleOutboxMessage({
          id: late!.id,
          leaseId: "late",
          now: clock.now(),
          outcome: { status: "failed", error: "too late" },
        })

        expect(settled).toBe(false)
        expect(await only()).toMatchObject({
          status: "sent",
          last_error: null,
          result: { external_id: "x1" },
        })
      })

      it("waits before it tries again, and keeps the reason", async () => {
        await enqueue("order_1")
        let fail = true
        const { handler, keys } = recordingHandler(async () => {
          if (fail) {
            throw new UnavailableError("503 from the other side")
          }
        })
        await drain(handler)
        expect(await only()).toMatchObject({
          status: "pending",
          attempts: 1,
          last_error: "503 from the other side",
          lease_id: null,
        })

        await drain(handler)
        expect(keys).toHaveLength(1)

        fail = false
        clock.advance(5_000)
        await drain(handler)
        expect(keys).toEqual(["test:order_1", "test:order_1"])
        expect(await only()).toMatchObject({ status: "sent", last_error: null })
      })

      it("does not wait for a handler that gives no answer", async () => {
        await enqueue("order_1")
        let aborted = false
        const { handler } = recordingHandler(
          (_message, { signal }) =>
            new Promise(() => {
              signal.addEventListener("abort", () => (aborted = true))
            }),
          { timeoutMs: 20 }
        )
        expect(await drain(handler)).toMatchObject({ retried: 1 })
        expect(aborted).toBe(true)
        expect((await only()).last_error).toMatch(/no answer within 20 ms/)
      })

      it("looks up before it repeats, and not before the first attempt", async () => {
        await enqueue("order_1")
        const lookups: number[] = []
        const { handler, keys } = recordingHandler(
          async () => {
            throw new UnavailableError("the answer got lost")
          },
          {
            lookup: async ({ attempts }) => {
              lookups.push(attempts)
              return { external_id: "found" }
            },
          }
        )
        await drain(handler)
        expect(lookups).toEqual([])

        clock.advance(5_000)
        await drain(handler)
        expect(lookups).toEqual([2])
        expect(keys).toHaveLength(1)
        expect(await only()).toMatchObject({
          status: "sent",
          result: { external_id: "found" },
        })
      })

      it("gives up after the last attempt, and at once on what cannot be delivered", async () => {
        await enqueue("order_1")
        const { handler } = recordingHandler(async () => {
          throw new UnavailableError("down")
        })
        for (let i = 0; i < 3; i++) {
          await drain(handler)
          clock.advance(60 * 60_000)
        }
        expect(await only()).toMatchObject({ status: "failed", attempts: 3 })

        await service.enqueueOutboxMessages(
          [{ kind: "refused", key: "1", payload: {} }],
          clock.now()
        )
        const refusing = recordingHandler(
          async () => {
            throw new UndeliverableError("no such shop")
          },
          { kind: "refused" }
        )
        await drain(refusing.handler)
        const [refused] = await service.listOutboxMessages({ kind: "refused" })
        expect(refused).toMatchObject({
          status: "failed",
          attempts: 1,
          last_error: "no such shop",
        })
      })

      it("buries a message that kills its sender each time", async () => {
        await enqueue("order_1")
        for (let i = 0; i < 3; i++) {
          await service.claimOutboxMessages({
            kinds: ["test"],
            limit: 1,
            now: clock.now(),
            lockedUntil: clock.now(),
            leaseId: `dead-${i}`,
          })
        }
        const { handler, keys } = recordingHandler()
        await drain(handler)
        expect(keys).toEqual([])
        expect(await only()).toMatchObject({ status: "failed" })
      })

      it("looks up first when a dead letter is replayed", async () => {
        const [id] = await enqueue("order_1")
        const { handler, keys } = recordingHandler(
          async () => {
            throw new UndeliverableError("no")
          },
          { lookup: async () => ({ external_id: "was there" }) }
        )
        await drain(handler)
        expect(await service.requeueFailedOutboxMessage(id!, clock.now())).toBe(
          true
        )
        expect(await service.requeueFailedOutboxMessage(id!, clock.now())).toBe(
          false
        )
        await drain(handler)

        expect(keys).toHaveLength(1)
        expect(await only()).toMatchObject({
          status: "sent",
          result: { external_id: "was there" },
        })
      })

      it("takes back only what was not sent", async () => {
        const [sent] = await enqueue("order_1")
        await drain(recordingHandler().handler)
        const [waiting] = await enqueue("order_2")

        expect(
          await service.removeUnsentOutboxMessages([sent!, waiting!])
        ).toBe(1)
        expect((await only()).id).toBe(sent)
      })

      it("releases messages of senders that died", async () => {
        await enqueue("order_1")
        await service.claimOutboxMessages({
          kinds: ["test"],
          limit: 1,
          now: clock.now(),
          lockedUntil: new Date(clock.now().getTime() + 1_000),
          leaseId: "dead",
        })
        expect(await service.releaseExpiredOutboxLeases(clock.now(), 10)).toBe(
          0
        )
        clock.advance(1_000)
        expect(await service.releaseExpiredOutboxLeases(clock.now(), 10)).toBe(
          1
        )
        expect(await only()).toMatchObject({
          status: "pending",
          lease_id: null,
          locked_until: null,
        })
      })

      it("finds due messages by the index among many that were sent", async () => {
        const plan = await explainClaim(service, clock.now())
        expect(plan).toContain("IDX_outbox_message_due")
        expect(plan).not.toMatch(/Seq Scan on outbox_message\b/)
      })
    })
  },
})

const DRAINS = 8

class UnavailableError extends Error {}

/** The claim's plan on a table of 20 000 sent and 50 waiting messages. */
async function explainClaim(
  service: RuntimeModuleService,
  now: Date
): Promise<string> {
  const repository = (
    service as unknown as {
      baseRepository_: {
        getFreshManager(): {
          execute(
            sql: string,
            params?: unknown[]
          ): Promise<Record<string, string>[]>
        }
      }
    }
  ).baseRepository_
  const sql = repository.getFreshManager()
  await sql.execute(
    `insert into outbox_message (id, kind, key, payload, status, next_attempt_at)
     select 'outbox_' || n, 'test', n::text, '{}',
            case when n <= 50 then 'pending' else 'sent' end, ?::timestamptz
     from generate_series(1, 20050) n`,
    [now]
  )
  await sql.execute("analyze outbox_message")
  const rows = await sql.execute(`explain ${CLAIM_SQL}`, [
    now,
    ["test"],
    5,
    "lease",
    now,
    now,
  ])
  return rows.map((row) => row["QUERY PLAN"]).join("\n")
}
