import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { RUNTIME_MODULE } from "../../../src/modules/runtime"
import { RETENTION_MS } from "../../../src/modules/runtime/domain/retention"
import RuntimeModuleService from "../../../src/modules/runtime/service"

jest.setTimeout(60_000)

moduleIntegrationTestRunner<RuntimeModuleService>({
  moduleName: RUNTIME_MODULE,
  resolve: "./src/modules/runtime",
  testSuite: ({ service }) => {
    describe("heartbeats", () => {
      it("keeps one row per process and moves its last sign of life", async () => {
        await service.beat(new Date("2026-03-01T10:00:00Z"))
        await service.beat(new Date("2026-03-01T10:00:10Z"))

        expect(await service.listProcessHeartbeats({})).toMatchObject([
          {
            id: service.process.id,
            role: "shared",
            pid: process.pid,
            version: expect.stringMatching(/^\d+\.\d+\.\d+/),
            seen_at: new Date("2026-03-01T10:00:10Z"),
          },
        ])

        await service.leave()
        expect(await service.listProcessHeartbeats({})).toEqual([])
      })

      it("does not beat or lock in a process that serves nobody", async () => {
        // The runner called onApplicationStart before this test.
        expect(await service.listProcessHeartbeats({})).toEqual([])
        expect(service.lockState).toBe("off")
      })
    })

    describe("purge", () => {
      const now = new Date("2026-06-01T00:00:00Z")
      const ago = (ms: number) => new Date(now.getTime() - ms)

      it("removes what is old enough, in batches, and nothing else", async () => {
        const limit = RETENTION_MS.outbox_message
        await service.createOutboxMessages(
          [
            { key: "old-1", status: "sent" as const, sent_at: ago(limit + 1) },
            { key: "old-2", status: "sent" as const, sent_at: ago(limit + 1) },
            { key: "young", status: "sent" as const, sent_at: ago(limit - 1) },
            { key: "dead", status: "failed" as const, sent_at: null },
          ].map((message) => ({
            ...message,
            kind: "test",
            payload: {},
            next_attempt_at: ago(2 * limit),
          }))
        )
        const purge = () =>
          service.purgeOlderThan("outbox_message", ago(limit), 1)

        expect([await purge(), await purge(), await purge()]).toEqual([1, 1, 0])
        const left = await service.listOutboxMessages({})
        expect(left.map(({ key }) => key).sort()).toEqual(["dead", "young"])
      })

      it("removes processes that are gone and runs that are history", async () => {
        await service.beat(ago(RETENTION_MS.process_heartbeat + 1))
        await service.createReconcilerRuns([
          {
            name: "a",
            tick: ago(RETENTION_MS.reconciler_run + 1),
            started_at: ago(RETENTION_MS.reconciler_run + 1),
          },
          { name: "a", tick: now, started_at: now },
        ])
        const removed = [
          await service.purgeOlderThan(
            "process_heartbeat",
            ago(RETENTION_MS.process_heartbeat),
            100
          ),
          await service.purgeOlderThan(
            "reconciler_run",
            ago(RETENTION_MS.reconciler_run),
            100
          ),
        ]
        expect(removed).toEqual([1, 1])
        expect(await service.listReconcilerRuns({})).toHaveLength(1)
      })
    })
  },
})
