import { MedusaContainer } from "@medusajs/framework/types"

import { RUNTIME_MODULE } from "../modules/runtime"
import {
  PurgeableTable,
  RETENTION_MS,
} from "../modules/runtime/domain/retention"
import RuntimeModuleService from "../modules/runtime/service"

const BATCH = 1_000
/** Per table and run; what is left waits for the next hour. */
const MAX_BATCHES = 50

/** Removes sent messages, reconciler runs and dead processes by age. */
export default async function purgeRuntime(container: MedusaContainer) {
  const runtime = container.resolve<RuntimeModuleService>(RUNTIME_MODULE)
  const now = Date.now()
  for (const table of Object.keys(RETENTION_MS) as PurgeableTable[]) {
    const before = new Date(now - RETENTION_MS[table])
    for (let batch = 0; batch < MAX_BATCHES; batch++) {
      const removed = await runtime.purgeOlderThan(table, before, BATCH)
      if (removed < BATCH) {
        break
      }
    }
  }
}

export const config = {
  name: "cornerstore-purge-runtime",
  schedule: "17 * * * *",
}
