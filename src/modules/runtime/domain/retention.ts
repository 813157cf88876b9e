const DAY_MS = 24 * 60 * 60_000

/** Tables whose rows lose their use with age. */
export type PurgeableTable =
  "outbox_message" | "reconciler_run" | "process_heartbeat"

/**
 * How long rows are kept, in milliseconds. Sent messages are what makes a
 * (kind, key) happen once, so they outlive every reconciler's look-back.
 */
export const RETENTION_MS: Record<PurgeableTable, number> = {
  outbox_message: 90 * DAY_MS,
  reconciler_run: 14 * DAY_MS,
  process_heartbeat: DAY_MS,
}
