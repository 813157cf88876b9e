import type { Page } from "./page"

export type HealthStatus = "ok" | "degraded" | "down" | "off"
export type HealthCheck = {
  /** `database`, `activity_store`, `redis`, `outbox`, `reconciler`, `pos`, `worker_threads`. */
  name: string
  status: HealthStatus
  latency_ms: number | null
  message: string
}
export type ProcessHeartbeat = {
  id: string
  role: "shared" | "server" | "worker"
  hostname: string
  pid: number
  version: string
  started_at: string
  seen_at: string
  alive: boolean
}
export type ReconcilerStatus = {
  name: string
  last_run_at: string | null
  last_duration_ms: number | null
  found: number
  repaired: number
  error: string | null
}
export type SystemHealthResponse = {
  status: HealthStatus
  checks: HealthCheck[]
  processes: ProcessHeartbeat[]
  reconcilers: ReconcilerStatus[]
  outbox: { pending: number; failed: number; oldest_pending_at: string | null }
  time_zone: string
}
export type OutboxStatus = "pending" | "sending" | "sent" | "failed"
/** A message to another system, without its content. */
export type AdminOutboxMessage = {
  id: string
  kind: string
  key: string
  status: OutboxStatus
  attempts: number
  next_attempt_at: string | null
  last_error: string | null
  sent_at: string | null
  created_at: string
}
export type ListOutboxResponse = Page & { messages: AdminOutboxMessage[] }
export type OutboxMessageResponse = { message: AdminOutboxMessage }

/** What a reconciler did when it was asked to run now. */
export type ReconcilerRun = {
  name: string
  /** `skipped`: it is being run by somebody else. */
  status: "done" | "failed" | "skipped"
  found: number
  repaired: number
  error: string | null
}
export type ReconcileResponse = { runs: ReconcilerRun[] }

/** Data of the `tick` event on `GET /admin/system/clock` (SSE). */
export type SystemClockTick = { now: string; process_id: string }
