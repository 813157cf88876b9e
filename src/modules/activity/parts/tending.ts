import { createMissingPartitions } from "../queries/partitions"
import { purgeEventKeys } from "../queries/purge"
import { ConsentService } from "./consent"

/** Keeping the store in order: room made ahead, what is too old removed. */
export class TendingService extends ConsentService {
  /** Makes the partitions of this month and the next; returns the new ones. */
  async preparePartitions(now: Date = new Date()): Promise<string[]> {
    return createMissingPartitions(await this.sql(), now)
  }

  /** Forgets at most `limit` messages seen before an instant; returns how many. */
  async purgeEventKeys(before: Date, limit: number): Promise<number> {
    return purgeEventKeys(await this.sql(), before, limit)
  }
}
