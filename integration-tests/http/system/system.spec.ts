import { MedusaContainer } from "@medusajs/framework/types"
import { createStep, createWorkflow } from "@medusajs/framework/workflows-sdk"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { drainOutbox, UndeliverableError } from "../../../src/lib/outbox"
import { RUNTIME_MODULE } from "../../../src/modules/runtime"
import RuntimeModuleService from "../../../src/modules/runtime/service"
import {
  ListAuditResponse,
  SystemClockTick,
  SystemHealthResponse,
} from "../../../src/sdk/types"
import { outboxHandlers } from "../../../src/workflows/runtime/outbox-handlers"
import { NOTIFY_OWNER } from "../../../src/workflows/runtime/outbox/notify-owner"
import { enqueueOutboxStep } from "../../../src/workflows/runtime/steps/enqueue-outbox"
import { Headers, signedInAdmin } from "../../helpers/actors"
import { HttpClient, refusal } from "../../helpers/http-client"

jest.setTimeout(120_000)

// A server runs no jobs, so that messages wait until a test drains them.
process.env.MEDUSA_WORKER_MODE = "server"

const runtimeOf = (container: MedusaContainer) =>
  container.resolve<RuntimeModuleService>(RUNTIME_MODULE)

const enqueueThenFail = createWorkflow("enqueue-then-fail", () => {
  enqueueOutboxStep([{ kind: NOTIFY_OWNER, key: "undone", payload: {} }])
  createStep("fail-on-purpose", async () => {
    throw new UndeliverableError("on purpose")
  })()
})

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    const http: HttpClient = api
    let headers: Headers
    let userId: string

    beforeAll(async () => {
      const admin = await signedInAdmin(getContainer(), http, {
        first_name: "Olga",
      })
      headers = admin.headers
      userId = admin.user.id
    })

    const drain = () =>
      drainOutbox({
        runtimeService: runtimeOf(getContainer()),
        handlers: outboxHandlers,
        container: getContainer(),
      })
    const feed = async () => {
      const { data } = await http.get<{
        notifications: { data: { title: string }; idempotency_key: string }[]
      }>("/admin/notifications?channel=feed&to=", { headers })
      return data.notifications.map((notification) => notification.data.title)
    }

    describe("GET /health/ready", () => {
      it("answers anybody with a line per dependency", async () => {
        const { status, data } = await http.get<string>("/health/ready", {
          headers: { accept: "*/*" },
        })
        expect(status).toBe(200)
        expect(data.trimEnd().split("\n")).toEqual([
          expect.stringMatching(/^database ok \d+ms$/),
          expect.stringMatching(/^activity_store ok/),
          "redis off",
          "outbox ok",
          "reconciler ok",
          "pos off",
        ])
      })

      it("answers in JSON when asked, without messages", async () => {
        const { data } = await http.get<{ ready: boolean; checks: object[] }>(
          "/health/ready",
          { headers: { accept: "application/json" } }
        )
        expect(data.ready).toBe(true)
        expect(data.checks).toContainEqual({
          name: "redis",
          status: "off",
          latency_ms: null,
        })
      })

      it("leaves Medusa's own /health alone", async () => {
        expect((await http.get("/health")).data).toBe("OK")
      })
    })

    describe("GET /admin/system/health", () => {
      const read = async () =>
        (
          await http.get<SystemHealthResponse>("/admin/system/health", {
            headers,
          })
        ).data

      it("shows the state of each part", async () => {
        await runtimeOf(getContainer()).beat(new Date())
        const health = await read()

        expect(
          Object.fromEntries(
            health.checks.map(({ name, status }) => [name, status])
          )
        ).toEqual({
          database: "ok",
          activity_store: "ok",
          redis: "off",
          outbox: "ok",
          reconciler: "ok",
          pos: "off",
          worker_threads: "ok",
        })
        expect(health.status).toBe("ok")
        expect(health.processes).toMatchObject([
          { pid: process.pid, role: "server", alive: true },
        ])
        expect(health.reconcilers.map(({ name }) => name)).toContain(
          "release-stuck-outbox"
        )
        expect(health.outbox).toEqual({
          pending: 0,
          failed: 0,
          oldest_pending_at: null,
        })
      })

      it("shows a process that stopped beating as not alive", async () => {
        await runtimeOf(getContainer()).beat(new Date(Date.now() - 31_000))
        expect((await read()).processes).toMatchObject([{ alive: false }])
      })

      it("degrades when messages are overdue or have failed for good", async () => {
        const runtime = runtimeOf(getContainer())
        await runtime.enqueueOutboxMessages(
          [{ kind: "nobody-sends-this", key: "1", payload: {} }],
          new Date(Date.now() - 6 * 60_000)
        )
        const health = await read()
        expect(health.status).toBe("degraded")
        expect(health.outbox.pending).toBe(1)
        expect(
          health.checks.find(({ name }) => name === "outbox")?.message
        ).toMatch(/due for 6 min/)
      })
    })

    describe("outbox", () => {
      it("brings a line into the owner's feed, once", async () => {
        const runtime = runtimeOf(getContainer())
        const [id] = await runtime.enqueueOutboxMessages([
          {
            kind: NOTIFY_OWNER,
            key: "order_1",
            payload: { title: "New delivery order #12" },
          },
        ])
        await drain()
        // The sender died after the notification was made.
        await runtime.updateOutboxMessages({
          id: id!,
          status: "sending",
          next_attempt_at: new Date(0),
        })
        expect(await drain()).toMatchObject({ sent: 1 })

        expect(await feed()).toEqual(["New delivery order #12"])
      })

      it("replays a dead letter, and says who did it", async () => {
        const runtime = runtimeOf(getContainer())
        await runtime.enqueueOutboxMessages([
          { kind: NOTIFY_OWNER, key: "order_2", payload: { title: "" } },
        ])
        await drain()

        const { data: failed } = await http.get<{
          count: number
          messages: { id: string; last_error: string }[]
        }>("/admin/system/outbox?status=failed", { headers })
        expect(failed.count).toBe(1)
        const [message] = failed.messages
        expect(message?.last_error).toMatch(/Wrong payload/)
        expect(message).not.toHaveProperty("payload")

        await runtime.updateOutboxMessages({
          id: message!.id,
          payload: { title: "Repaired" },
        })
        const { data: replayed } = await http.post<{ message: object }>(
          `/admin/system/outbox/${message!.id}/replay`,
          {},
          { headers }
        )
        expect(replayed.message).toMatchObject({
          status: "pending",
          attempts: 0,
        })
        await drain()
        expect(await feed()).toEqual(["Repaired"])

        const { data: audit } = await http.get<ListAuditResponse>(
          `/admin/audit-entries?resource_id=${message!.id}`,
          { headers }
        )
        expect(audit.entries).toMatchObject([
          {
            action: "outbox_message.replayed",
            actor_type: "user",
            actor_id: userId,
            actor_name: "Olga",
            details: { kind: NOTIFY_OWNER, attempts: 1 },
          },
        ])
      })

      it("refuses to replay what is not a dead letter", async () => {
        const [id] = await runtimeOf(getContainer()).enqueueOutboxMessages([
          { kind: NOTIFY_OWNER, key: "order_3", payload: { title: "Hello" } },
        ])
        const path = (message: string) =>
          `/admin/system/outbox/${message}/replay`
        expect(
          await refusal(http.post(path(id!), {}, { headers }))
        ).toMatchObject({
          status: 400,
          data: { message: expect.stringContaining("pending") },
        })
        expect(
          await refusal(http.post(path("outbox_none"), {}, { headers }))
        ).toMatchObject({ status: 404 })
      })

      it("forgets what a workflow that failed had enqueued", async () => {
        await enqueueThenFail(getContainer()).run({ throwOnError: false })
        expect(await runtimeOf(getContainer()).listOutboxMessages({})).toEqual(
          []
        )
      })

      it("refuses a query it does not know", async () => {
        const answer = await refusal(
          http.get("/admin/system/outbox?status=lost", { headers })
        )
        expect(answer.status).toBe(400)
      })
    })

    describe("POST /admin/system/reconcile", () => {
      it("repairs at once and accounts for it", async () => {
        const runtime = runtimeOf(getContainer())
        await runtime.enqueueOutboxMessages([
          { kind: NOTIFY_OWNER, key: "order_4", payload: { title: "Stuck" } },
        ])
        await runtime.claimOutboxMessages({
          kinds: [NOTIFY_OWNER],
          limit: 1,
          now: new Date(),
          lockedUntil: new Date(Date.now() - 1),
          leaseId: "dead",
        })
        const { data } = await http.post<{ runs: object[] }>(
          "/admin/system/reconcile",
          { name: "release-stuck-outbox" },
          { headers }
        )
        expect(data.runs).toEqual([
          {
            name: "release-stuck-outbox",
            status: "done",
            found: 1,
            repaired: 1,
            error: null,
          },
        ])
        const { data: audit } = await http.get<ListAuditResponse>(
          "/admin/audit-entries?action=reconciler.run",
          { headers }
        )
        expect(audit.entries).toMatchObject([
          { resource_id: "release-stuck-outbox", details: { repaired: 1 } },
        ])
      })

      it("names the reconcilers there are when asked for another", async () => {
        const answer = await refusal(
          http.post("/admin/system/reconcile", { name: "none" }, { headers })
        )
        expect(answer).toMatchObject({
          status: 404,
          data: { message: expect.stringContaining("release-stuck-outbox") },
        })
      })
    })

    describe("GET /admin/system/clock", () => {
      it("ticks as an event stream while somebody listens", async () => {
        const abort = new AbortController()
        const response = await fetch(
          new URL("/admin/system/clock", baseUrlOf(api)),
          { headers, signal: abort.signal }
        )
        expect(response.headers.get("content-type")).toContain(
          "text/event-stream"
        )
        expect(response.headers.get("cache-control")).toContain("no-transform")
        const ticks = await readTicks(response, 2)
        abort.abort()

        const [first, second] = ticks.map(({ now }) => Date.parse(now))
        expect(second! - first!).toBeGreaterThan(0)
        expect(ticks[0]?.process_id).toBe(runtimeOf(getContainer()).process.id)
      })
    })

    it("lets nobody in who is not logged in", async () => {
      for (const path of [
        "/admin/system/health",
        "/admin/system/clock",
        "/admin/system/outbox",
        "/admin/audit-entries",
      ]) {
        expect((await refusal(http.get(path))).status).toBe(401)
      }
    })
  },
})

function baseUrlOf(api: { defaults: { baseURL?: string } }): string {
  return api.defaults.baseURL ?? ""
}

/** The data of the first `count` ticks of a stream. */
async function readTicks(
  response: Response,
  count: number
): Promise<SystemClockTick[]> {
  const ticks: SystemClockTick[] = []
  let text = ""
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true })
    const events = text.split("\n\n")
    text = events.pop() ?? ""
    for (const event of events) {
      const data = /^event: ?tick$/m.test(event) && /^data: ?(.*)$/m.exec(event)
      if (data) {
        ticks.push(JSON.parse(data[1]!) as SystemClockTick)
      }
    }
    if (ticks.length >= count) {
      break
    }
  }
  return ticks
}
