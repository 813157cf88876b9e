import type { Retention } from "./collector-settings"
import { monthStart, Partition, PartitionedTable } from "./partitions"

/**
 * How long a message is remembered as seen, in days. Clients keep what they
 * could not send for days; one that comes back later than this would be stored
 * a second time.
 */
export const KEY_DAYS = 60

/** Keys removed in one statement, so that no lock lasts. */
export const PURGE_CHUNK = 10_000

/** Which of the owner's settings says how long a table's rows are kept. */
const KEPT_AS: Record<PartitionedTable, keyof Retention> = {
  event: "events_months",
  visit: "visits_months",
  login: "logins_months",
}

/**
 * Partitions that hold nothing but what is older than the owner wants to keep.
 * Events that are not counted yet stay, however old they are, and so do the
 * visits they belong to: what is counted by day is all that remains of them.
 *
 * @param retention - how many months each class of data is kept
 * @param counted - the instant up to which events are counted; null when none is
 */
export function expiredPartitions(
  partitions: readonly Partition[],
  retention: Retention,
  { now, counted }: { now: Date; counted: Date | null }
): Partition[] {
  return partitions.filter(({ table, to }) => {
    const end = new Date(to)
    const isOld = end <= monthStart(now, -retention[KEPT_AS[table]])
    const isCounted = table === "login" || (counted !== null && counted >= end)
    return isOld && isCounted
  })
}
