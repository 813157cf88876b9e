import { Reconciler } from "../../../lib/reconciler"
import { isAlive } from "../../../modules/runtime/domain/liveness"
import { ProcessRole } from "../../../modules/runtime/process/identity"
import { LastReconcilerRun } from "../../../modules/runtime/queries/reconciler"
import { ProcessHeartbeat, ReconcilerStatus } from "../../../sdk/types"

export type StoredHeartbeat = {
  id: string
  role: ProcessRole
  hostname: string
  pid: number
  version: string
  started_at: Date
  seen_at: Date
}

export function toProcess(
  heartbeat: StoredHeartbeat,
  now: Date
): ProcessHeartbeat {
  const { id, role, hostname, pid, version, started_at, seen_at } = heartbeat
  return {
    id,
    role,
    hostname,
    pid,
    version,
    started_at: started_at.toISOString(),
    seen_at: seen_at.toISOString(),
    alive: isAlive(seen_at, now),
  }
}

/** Every known reconciler, also one that never ran. */
export function toReconcilerStatuses(
  reconcilers: Pick<Reconciler, "name">[],
  runs: LastReconcilerRun[]
): ReconcilerStatus[] {
  const last = new Map(runs.map((run) => [run.name, run]))
  return reconcilers.map(({ name }) => {
    const run = last.get(name)
    return {
      name,
      last_run_at: run?.startedAt.toISOString() ?? null,
      last_duration_ms: run?.finishedAt
        ? run.finishedAt.getTime() - run.startedAt.getTime()
        : null,
      found: run?.found ?? 0,
      repaired: run?.repaired ?? 0,
      error: run?.error ?? null,
    }
  })
}
