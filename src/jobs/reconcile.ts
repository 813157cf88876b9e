import { MedusaContainer } from "@medusajs/framework/types"

import { runReconcilers } from "../lib/reconciler"
import { RUNTIME_MODULE } from "../modules/runtime"
import RuntimeModuleService from "../modules/runtime/service"
import { reconcilers } from "../workflows/reconcilers"

/** Runs the reconcilers whose tick is due, once over all processes. */
export default async function reconcile(container: MedusaContainer) {
  const runtimeService = container.resolve<RuntimeModuleService>(RUNTIME_MODULE)
  await runReconcilers({ reconcilers, runtimeService, container })
}

export const config = {
  name: "cornerstore-reconcile",
  schedule: "* * * * *",
}
