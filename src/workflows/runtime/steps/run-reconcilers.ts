import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { runReconcilers } from "../../../lib/reconciler"
import { RUNTIME_MODULE } from "../../../modules/runtime"
import RuntimeModuleService from "../../../modules/runtime/service"
import { reconcilers } from "../../reconcilers"

export const runReconcilersStepId = "run-reconcilers"

/**
 * Runs reconcilers now. There is nothing to undo: a reconciler only brings
 * things to the state they should have had.
 *
 * @throws MedusaError NOT_FOUND when no reconciler bears the name
 */
export const runReconcilersStep = createStep(
  runReconcilersStepId,
  async ({ name }: { name?: string }, { container }) => {
    const wanted = reconcilers.filter(
      (reconciler) => name === undefined || reconciler.name === name
    )
    if (name !== undefined && !wanted.length) {
      const known = reconcilers.map((reconciler) => reconciler.name).join(", ")
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `No reconciler is named ${name}; there are: ${known}`
      )
    }
    const outcomes = await runReconcilers({
      reconcilers: wanted,
      runtimeService: container.resolve<RuntimeModuleService>(RUNTIME_MODULE),
      container,
      mode: "now",
    })
    return new StepResponse(outcomes)
  }
)
