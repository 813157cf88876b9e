import { HealthCheck, HealthStatus } from "../../../sdk/types"

/** What a check found out. */
export type Finding = {
  status: HealthStatus
  /** One line for the owner; never a secret, never an address with one. */
  message: string
  /** Set when the time the check took means something. */
  timed?: boolean
}

export type Check = {
  name: string
  timeoutMs?: number
  run(): Promise<Finding>
}

const DEFAULT_TIMEOUT_MS = 2_000

/**
 * Runs one check. What throws or takes too long is `down`, so that a dead
 * dependency can neither hang nor break the page that reports it.
 */
export async function runCheck(check: Check): Promise<HealthCheck> {
  const { name, timeoutMs = DEFAULT_TIMEOUT_MS } = check
  const startedAt = performance.now()
  const finding = await within(timeoutMs, () => check.run()).catch(
    (error: unknown): Finding => ({
      status: "down",
      message: error instanceof TimeUp ? error.message : reasonOf(error),
    })
  )
  return {
    name,
    status: finding.status,
    latency_ms: finding.timed
      ? Math.max(1, Math.round(performance.now() - startedAt))
      : null,
    message: finding.message,
  }
}

/** The worst of the checks; what is off does not count. */
export function worstStatus(
  checks: Pick<HealthCheck, "status">[]
): HealthStatus {
  const order: HealthStatus[] = ["down", "degraded", "ok"]
  return (
    order.find((status) => checks.some((check) => check.status === status)) ??
    "ok"
  )
}

/** The value, or the fallback when it fails or does not come in time. */
export async function valueOr<T>(
  fallback: T,
  timeoutMs: number,
  run: () => Promise<T>
): Promise<T> {
  return within(timeoutMs, run).catch(() => fallback)
}

class TimeUp extends Error {}

async function within<T>(ms: number, run: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const timeUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeUp(`No answer in ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([run(), timeUp])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Messages of drivers may carry hosts, users and statements; their codes
 * (`ECONNREFUSED`, `28P01`) say as much and can be shown.
 */
function reasonOf(error: unknown): string {
  const code =
    typeof error === "object" && error !== null && "code" in error
      ? error.code
      : undefined
  return typeof code === "string" && /^[A-Z0-9_]{2,40}$/.test(code)
    ? `Failed (${code})`
    : "Failed, see the server's log"
}
