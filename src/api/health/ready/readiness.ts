import { MedusaContainer } from "@medusajs/framework/types"

import { getCurrentOptions } from "../../../lib/current-options"
import { ACTIVITY_MODULE } from "../../../modules/activity"
import ActivityModuleService from "../../../modules/activity/service"
import { POS_MODULE } from "../../../modules/pos"
import PosModuleService from "../../../modules/pos/service"
import { RUNTIME_MODULE } from "../../../modules/runtime"
import RuntimeModuleService from "../../../modules/runtime/service"
import { HealthCheck } from "../../../sdk/types"
import { activityStoreCheck } from "../checks/activity-store"
import { databaseCheck } from "../checks/database"
import { outboxCheck } from "../checks/outbox"
import { posCheck } from "../checks/pos"
import { reconcilerCheck } from "../checks/reconciler"
import { redisCheck } from "../checks/redis"
import { runCheck } from "../checks/run-check"
import { cached } from "./cached"
import { isReady } from "./verdict"

export type Readiness = { ready: boolean; checks: HealthCheck[] }

const CACHE_MS = 1_000

/**
 * Asks the dependencies at most once a second, whatever the number of callers:
 * the route is public.
 */
export const checkReadiness = cached(CACHE_MS, readReadiness)

async function readReadiness(container: MedusaContainer): Promise<Readiness> {
  const runtime = container.resolve<RuntimeModuleService>(RUNTIME_MODULE)
  const checks = await Promise.all(
    [
      databaseCheck(runtime),
      activityStoreCheck(
        container.resolve<ActivityModuleService>(ACTIVITY_MODULE)
      ),
      redisCheck(getCurrentOptions().redisUrl, runtime),
      outboxCheck(runtime),
      reconcilerCheck(runtime),
      posCheck(container.resolve<PosModuleService>(POS_MODULE)),
    ].map(runCheck)
  )
  return { ready: isReady(checks), checks }
}
