import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { getCurrentOptions } from "../../../../lib/current-options"
import { ACTIVITY_MODULE } from "../../../../modules/activity"
import ActivityModuleService from "../../../../modules/activity/service"
import { POS_MODULE } from "../../../../modules/pos"
import PosModuleService from "../../../../modules/pos/service"
import { RUNTIME_MODULE } from "../../../../modules/runtime"
import { OutboxStats } from "../../../../modules/runtime/queries/outbox"
import RuntimeModuleService from "../../../../modules/runtime/service"
import { SystemHealthResponse } from "../../../../sdk/types"
import { reconcilers } from "../../../../workflows/reconcilers"
import { activityStoreCheck } from "../../../health/checks/activity-store"
import { databaseCheck } from "../../../health/checks/database"
import { outboxCheck } from "../../../health/checks/outbox"
import { posCheck } from "../../../health/checks/pos"
import { reconcilerCheck } from "../../../health/checks/reconciler"
import { redisCheck } from "../../../health/checks/redis"
import {
  runCheck,
  valueOr,
  worstStatus,
} from "../../../health/checks/run-check"
import { workerThreadsCheck } from "../../../health/checks/worker-threads"
import { toProcess, toReconcilerStatuses } from "../helpers"

const FIGURES_TIMEOUT_MS = 2_000
const MAX_PROCESSES = 50
const NO_STATS: OutboxStats = {
  pending: 0,
  failed: 0,
  oldestPendingAt: null,
  oldestDueAt: null,
}

/**
 * Health of the deployment. Answers 200 with what is known also when the
 * database is away: that is when the page is needed.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<SystemHealthResponse>
) => {
  const runtime = req.scope.resolve<RuntimeModuleService>(RUNTIME_MODULE)
  const { redisUrl, timeZone } = getCurrentOptions()
  const names = reconcilers.map(({ name }) => name)

  const [checks, heartbeats, runs, stats] = await Promise.all([
    Promise.all(
      [
        databaseCheck(runtime),
        activityStoreCheck(
          req.scope.resolve<ActivityModuleService>(ACTIVITY_MODULE)
        ),
        redisCheck(redisUrl, runtime),
        outboxCheck(runtime),
        reconcilerCheck(runtime),
        posCheck(req.scope.resolve<PosModuleService>(POS_MODULE)),
        workerThreadsCheck,
      ].map(runCheck)
    ),
    valueOr([], FIGURES_TIMEOUT_MS, () =>
      runtime.listProcessHeartbeats(
        {},
        { take: MAX_PROCESSES, order: { seen_at: "DESC" } }
      )
    ),
    valueOr([], FIGURES_TIMEOUT_MS, () =>
      runtime.listLastReconcilerRuns(names)
    ),
    valueOr(NO_STATS, FIGURES_TIMEOUT_MS, () => runtime.getOutboxStats()),
  ])

  const now = new Date()
  res.set("Cache-Control", "no-store").json({
    status: worstStatus(checks),
    checks,
    processes: heartbeats.map((heartbeat) => toProcess(heartbeat, now)),
    reconcilers: toReconcilerStatuses(reconcilers, runs),
    outbox: {
      pending: stats.pending,
      failed: stats.failed,
      oldest_pending_at: stats.oldestPendingAt?.toISOString() ?? null,
    },
    time_zone: timeZone,
  })
}
