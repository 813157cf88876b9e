import { DroppedEvents, NewEvent, withoutRepeats } from "../domain/new-event"
import { isPoison, lacksPartition } from "../queries/errors"
import { createMissingPartitions } from "../queries/partitions"
import { countDropped, storeEvents } from "../queries/store-events"
import { ActivityData } from "./data"

/** What became of events that were handed over. */
export type StoreResult = {
  /** New ones. */
  stored: number
  /** Those that had been stored before. */
  duplicates: number
  /** Those that the database cannot hold. */
  refused: NewEvent[]
}

/** Reason under which events are counted that the database cannot hold. */
const UNSTORABLE = "unstorable"

/** Taking events in: each stored once, none lost to another's fault. */
export class EventsService extends ActivityData {
  /**
   * Stores events; those that were stored before are left as they are. When it
   * returns, what it counts as stored is committed.
   *
   * @throws the driver's error when the store cannot be reached; nothing that
   * it did not commit is lost by sending the same events again
   */
  async storeEvents(events: readonly NewEvent[]): Promise<StoreResult> {
    const unique = withoutRepeats(events)
    const { stored, refused } = await this.storeUnique(unique)
    if (refused.length) {
      await this.countDropped(
        refused.map(({ source_id }) => ({
          source_id,
          reason: UNSTORABLE,
          count: 1,
        }))
      )
    }
    return {
      stored,
      duplicates: events.length - refused.length - stored,
      refused,
    }
  }

  /** Adds to the counts of events that were not stored. */
  async countDropped(
    dropped: readonly DroppedEvents[],
    now: Date = new Date()
  ): Promise<void> {
    await countDropped(await this.sql(), dropped, now)
  }

  /**
   * One event that the database refuses must not keep the others out, nor make
   * its client try for ever: the lot is halved until it stands alone.
   */
  private async storeUnique(
    events: readonly NewEvent[]
  ): Promise<{ stored: number; refused: NewEvent[] }> {
    if (!events.length) {
      return { stored: 0, refused: [] }
    }
    try {
      return { stored: await this.write(events), refused: [] }
    } catch (error) {
      if (!isPoison(error)) {
        throw error
      }
      if (events.length === 1) {
        return { stored: 0, refused: [...events] }
      }
    }
    const middle = Math.ceil(events.length / 2)
    const first = await this.storeUnique(events.slice(0, middle))
    const second = await this.storeUnique(events.slice(middle))
    return {
      stored: first.stored + second.stored,
      refused: [...first.refused, ...second.refused],
    }
  }

  /** The job makes partitions ahead; should it have failed for months, we do. */
  private async write(events: readonly NewEvent[]): Promise<number> {
    const manager = await this.sql()
    try {
      return await storeEvents(manager, events)
    } catch (error) {
      if (!lacksPartition(error)) {
        throw error
      }
    }
    const months = new Map(
      events.map(({ received_at }) => [
        received_at.toISOString().slice(0, 7),
        received_at,
      ])
    )
    for (const month of months.values()) {
      await createMissingPartitions(manager, month)
    }
    return storeEvents(manager, events)
  }
}
