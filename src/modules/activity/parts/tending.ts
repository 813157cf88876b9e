import type { Retention } from "../domain/collector-settings"
import { monthStart } from "../domain/partitions"
import { expiredPartitions } from "../domain/retention"
import {
  createMissingPartitions,
  dropPartition,
  listPartitions,
} from "../queries/partitions"
import { purgeDevices, purgeEventKeys } from "../queries/purge"
import { countedUpTo } from "../queries/rollup-state"
import { ConsentService } from "./consent"

/** What became of months that are older than they should be. */
export type DroppedMonths = {
  /** Names of partitions that are gone. */
  dropped: string[]
  /** Those whose table somebody used just then; they go at another time. */
  kept: string[]
}

/** Keeping the store in order: room made ahead, what is too old removed. */
export class TendingService extends ConsentService {
  /** Makes the partitions of this month and the next; returns the new ones. */
  async preparePartitions(now: Date = new Date()): Promise<string[]> {
    return createMissingPartitions(await this.sql(), now)
  }

  /**
   * Removes whole months that are older than the shop wants to keep them, events
   * only when they are counted. Facts stay.
   *
   * @param retention - left out, what the shop decided
   */
  async dropExpiredMonths(
    now: Date = new Date(),
    retention?: Retention
  ): Promise<DroppedMonths> {
    const manager = await this.sql()
    const expired = expiredPartitions(
      await listPartitions(manager),
      retention ?? (await this.retrieveCollectorSettings()).retention,
      { now, counted: await countedUpTo(manager) }
    )
    const result: DroppedMonths = { dropped: [], kept: [] }
    for (const partition of expired) {
      const isGone = await dropPartition(manager, partition)
      result[isGone ? "dropped" : "kept"].push(partition.name)
    }
    return result
  }

  /** Forgets devices of log-ins for as long as log-ins are kept; returns how many. */
  async purgeDevices(now: Date = new Date()): Promise<number> {
    const { retention } = await this.retrieveCollectorSettings()
    return purgeDevices(
      await this.sql(),
      monthStart(now, -retention.logins_months)
    )
  }

  /** Forgets at most `limit` messages seen before an instant; returns how many. */
  async purgeEventKeys(before: Date, limit: number): Promise<number> {
    return purgeEventKeys(await this.sql(), before, limit)
  }
}
