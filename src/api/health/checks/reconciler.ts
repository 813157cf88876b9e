import RuntimeModuleService from "../../../modules/runtime/service"
import { reconcilers } from "../../../workflows/reconcilers"
import { judgeReconcilers } from "./judge-reconcilers"
import { Check } from "./run-check"

export const reconcilerCheck = (
  runtime: Pick<RuntimeModuleService, "listLastReconcilerRuns" | "process">
): Check => ({
  name: "reconciler",
  run: async () => {
    const names = reconcilers.map(({ name }) => name)
    return judgeReconcilers({
      expected: reconcilers,
      runs: await runtime.listLastReconcilerRuns(names),
      upSince: runtime.process.startedAt,
      now: new Date(),
    })
  },
})
