import RuntimeModuleService from "../../../modules/runtime/service"
import { Check, Finding } from "./run-check"

/** Beyond this a due message says that nobody sends. */
const LAG_MS = 5 * 60_000

type Stats = Awaited<ReturnType<RuntimeModuleService["getOutboxStats"]>>

export const outboxCheck = (
  runtime: Pick<RuntimeModuleService, "getOutboxStats">
): Check => ({
  name: "outbox",
  run: async () => {
    const now = new Date()
    return judgeOutbox(await runtime.getOutboxStats(now), now)
  },
})

/** Late or dead messages degrade the shop; they do not stop it. */
export function judgeOutbox(stats: Stats, now: Date): Finding {
  const lagMs = stats.oldestDueAt
    ? now.getTime() - stats.oldestDueAt.getTime()
    : 0
  if (lagMs > LAG_MS) {
    const minutes = Math.floor(lagMs / 60_000)
    return {
      status: "degraded",
      message: `${stats.pending} waiting, the oldest due for ${minutes} min: is a worker running?`,
    }
  }
  if (stats.failed > 0) {
    return {
      status: "degraded",
      message: `${stats.failed} failed for good, ${stats.pending} waiting`,
    }
  }
  return { status: "ok", message: `${stats.pending} waiting` }
}
