import { HealthCheck } from "../../../sdk/types"
import { worstStatus } from "../checks/run-check"

/** A late reconciler is a reason to look, not to take the shop off the net. */
export function isReady(checks: Pick<HealthCheck, "name" | "status">[]) {
  const vital = checks.filter(({ name }) =>
    ["database", "redis"].includes(name)
  )
  return worstStatus(vital) !== "down"
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
