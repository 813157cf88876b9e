/** Between two heartbeats, in milliseconds. */
export const HEARTBEAT_MS = 10_000

/** Three heartbeats missed in a row are not a busy moment any more. */
const LOST_MS = 3 * HEARTBEAT_MS

/** A process counts as alive while its last heartbeat is young. */
export function isAlive(seenAt: Date, now: Date): boolean {
  return now.getTime() - seenAt.getTime() < LOST_MS
}
