import { MedusaContainer } from "@medusajs/framework/types"

import { getCurrentOptions } from "../../../lib/current-options"
import { RUNTIME_MODULE } from "../../../modules/runtime"
import RuntimeModuleService from "../../../modules/runtime/service"
import { HealthCheck } from "../../../sdk/types"
import { databaseCheck } from "../checks/database"
import { outboxCheck } from "../checks/outbox"
import { reconcilerCheck } from "../checks/reconciler"
import { redisCheck } from "../checks/redis"
import { runCheck, worstStatus } from "../checks/run-check"

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
      redisCheck(getCurrentOptions().redisUrl, runtime),
      outboxCheck(runtime),
      reconcilerCheck(runtime),
    ].map(runCheck)
  )
  return { ready: isReady(checks), checks }
}

/** A late reconciler is a reason to look, not to take the shop off the net. */
export function isReady(checks: Pick<HealthCheck, "name" | "status">[]) {
  const vital = checks.filter(({ name }) =>
    ["database", "redis"].includes(name)
  )
  return worstStatus(vital) !== "down"
}

/** Shares one answer between callers until it is `ms` old. */
export function cached<Input, Output>(
  ms: number,
  read: (input: Input) => Promise<Output>,
  clock: () => number = () => performance.now()
): (input: Input) => Promise<Output> {
  let last: { at: number; value: Promise<Output> } | undefined
  return (input) => {
    const now = clock()
    if (!last || now - last.at >= ms) {
      const value = read(input)
      last = { at: now, value }
      value.catch(() => (last = undefined))
    }
    return last.value
  }
}

/** `database ok 2ms`: one line per dependency. */
export function toLines(checks: HealthCheck[]): string {
  return checks
    .map(({ name, status, latency_ms }) =>
      [name, status, latency_ms === null ? "" : `${latency_ms}ms`]
        .filter(Boolean)
        .join(" ")
    )
    .join("\n")
    .concat("\n")
}
