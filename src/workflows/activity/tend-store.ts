import { MedusaContainer } from "@medusajs/framework/types"

import { KEY_DAYS, PURGE_CHUNK } from "../../modules/activity/domain/retention"
import { activityService } from "./module"

const DAY_MS = 24 * 60 * 60_000
/** Per run; what is left waits for the next. */
const MAX_CHUNKS = 100

export type TendedStore = {
  /** Partitions that were made. */
  partitions: string[]
  /** Months that were older than the shop keeps them. */
  dropped: string[]
  /** Such that somebody used just then; the next run takes them. */
  kept: string[]
  /** Messages that are no longer remembered. */
  forgotten: number
  /** Devices that nobody logged in from for long. */
  devices: number
  /** Names of events without consent that are counted as others now. */
  folded: number
}

/**
 * Keeps the event store in order: partitions are there before their month, old
 * months go, and messages are forgotten that no client will send again.
 *
 * @returns what was done
 */
export async function tendActivityStore(
  container: MedusaContainer,
  now: Date = new Date()
): Promise<TendedStore> {
  const service = activityService(container)
  const partitions = await service.preparePartitions(now)
  const months = await service.dropExpiredMonths(now)
  const devices = await service.purgeDevices(now)
  const folded = await service.foldRareValues(now)
  const before = new Date(now.getTime() - KEY_DAYS * DAY_MS)
  let forgotten = 0
  for (let chunk = 0; chunk < MAX_CHUNKS; chunk++) {
    const purged = await service.purgeEventKeys(before, PURGE_CHUNK)
    forgotten += purged
    if (purged < PURGE_CHUNK) {
      break
    }
  }
  return { partitions, ...months, forgotten, devices, folded }
}
