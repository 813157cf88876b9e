import { LastReconcilerRun } from "../../../modules/runtime/queries/reconciler"
import { Finding } from "./run-check"

/** The job looks every minute; a few missed looks are a restart. */
const GRACE_MS = 5 * 60_000

type Expected = { name: string; everySeconds: number }

/** Overdue or failing reconcilers degrade the shop; they do not stop it. */
export function judgeReconcilers({
  expected,
  runs,
  upSince,
  now,
}: {
  expected: Expected[]
  runs: LastReconcilerRun[]
  upSince: Date
  now: Date
}): Finding {
  const last = new Map(runs.map((run) => [run.name, run]))
  const overdue = expected.filter(({ name, everySeconds }) => {
    const since = Math.max(
      upSince.getTime(),
      last.get(name)?.startedAt.getTime() ?? 0
    )
    return now.getTime() - since > everySeconds * 1_000 + GRACE_MS
  })
  if (overdue.length) {
    return {
      status: "degraded",
      message: `Not run in time: ${namesOf(overdue)}. Is a worker running?`,
    }
  }
  const failed = runs.filter(({ error }) => error !== null)
  if (failed.length) {
    return { status: "degraded", message: `Failed: ${namesOf(failed)}` }
  }
  return { status: "ok", message: `${expected.length} run on time` }
}

function namesOf(items: { name: string }[]): string {
  return items.map(({ name }) => name).join(", ")
}
