import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { Reconciler, runReconcilers } from "../../../src/lib/reconciler"
import { RUNTIME_MODULE } from "../../../src/modules/runtime"
import RuntimeModuleService from "../../../src/modules/runtime/service"
import { waitFor } from "../../helpers/wait-for"
import { containerWithLog, manualClock, warmPool } from "./setup"

jest.setTimeout(60_000)

function countingReconciler(
  run: () => Promise<{ found: number; repaired: number }> = async () => ({
    found: 3,
    repaired: 2,
  }),
  rest: Partial<Reconciler> = {}
) {
  const runs: Date[] = []
  const reconciler: Reconciler = {
    name: "counting",
    everySeconds: 60,
    ...rest,
    run: ({ now }) => {
      runs.push(now)
      return run()
    },
  }
  return { reconciler, runs }
}

moduleIntegrationTestRunner<RuntimeModuleService>({
  moduleName: RUNTIME_MODULE,
  resolve: "./src/modules/runtime",
  testSuite: ({ service }) => {
    describe("reconcilers", () => {
      const clock = manualClock()
      const { container, log } = containerWithLog()
      const runAll = (reconcilers: Reconciler[], mode?: "tick" | "now") =>
        runReconcilers({
          reconcilers,
          runtimeService: service,
          container,
          now: clock.now,
          mode,
        })

      it("runs a tick once when three processes ask at the same time", async () => {
        await warmPool(service)
        // Many, so that the three meet: each pair is a race of its own.
        const counting = Array.from({ length: 20 }, (_, i) =>
          countingReconciler(undefined, { name: `counting-${i}` })
        )
        const outcomes = (
          await Promise.all(
            [1, 2, 3].map(() =>
              runAll(counting.map(({ reconciler }) => reconciler))
            )
          )
        ).flat()

        expect(counting.map(({ runs }) => runs.length)).toEqual(
          counting.map(() => 1)
        )
        const count = (status: string) =>
          outcomes.filter((outcome) => outcome.status === status).length
        expect([count("done"), count("skipped")]).toEqual([20, 40])
        expect(
          await service.listReconcilerRuns({ name: "counting-7" })
        ).toMatchObject([{ found: 3, repaired: 2, error: null }])
      })

      it("runs again in the next tick and not within the same", async () => {
        const { reconciler, runs } = countingReconciler()
        await runAll([reconciler])
        clock.advance(59_000)
        await runAll([reconciler])
        expect(runs).toHaveLength(1)
        clock.advance(1_000)
        await runAll([reconciler])
        expect(runs).toHaveLength(2)
        clock.advance(60_000)
      })

      it("goes on with the others when one fails, and keeps the error", async () => {
        const failing = countingReconciler(
          async () => {
            throw new TypeError("broken query")
          },
          { name: "failing" }
        )
        const healthy = countingReconciler()
        const outcomes = await runAll([failing.reconciler, healthy.reconciler])

        expect(outcomes).toMatchObject([
          { name: "failing", status: "failed", error: "broken query" },
          { name: "counting", status: "done", found: 3, repaired: 2 },
        ])
        expect(
          await service.listLastReconcilerRuns(["failing", "counting", "never"])
        ).toMatchObject([
          { name: "failing", error: "broken query", finishedAt: clock.now() },
          { name: "counting", error: null, found: 3 },
        ])
        expect(log).toContainEqual({
          level: "error",
          message: "Reconciler failing failed: broken query",
        })
        clock.advance(60_000)
      })

      it("does not start while a run is under way, until that has died", async () => {
        let finish = () => {}
        const slow = countingReconciler(
          () =>
            new Promise((resolve) => {
              finish = () => resolve({ found: 0, repaired: 0 })
            })
        )
        const first = runAll([slow.reconciler])
        await waitFor("the run to begin", async () => slow.runs[0])

        clock.advance(60_000)
        expect(await runAll([slow.reconciler])).toMatchObject([
          { status: "skipped" },
        ])
        expect(await runAll([slow.reconciler], "now")).toMatchObject([
          { status: "skipped" },
        ])

        clock.advance(10 * 60_000)
        const after = countingReconciler()
        expect(await runAll([after.reconciler])).toMatchObject([
          { status: "done" },
        ])
        finish()
        await first
      })

      it("runs on request although its tick has run", async () => {
        const { reconciler, runs } = countingReconciler()
        await runAll([reconciler])
        clock.advance(1_500)
        await runAll([reconciler], "now")
        expect(runs).toHaveLength(2)

        const [last] = await service.listLastReconcilerRuns(["counting"])
        expect(last?.startedAt).toEqual(clock.now())
      })
    })
  },
})
