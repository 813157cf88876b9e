import { DroppedEvents, NewEvent, withoutRepeats } from "../domain/new-event"
import { countDropped } from "../queries/count-dropped"
import { isPoison, lacksPartition } from "../queries/errors"
import { createMissingPartitions } from "../queries/partitions"
import { StoredPlaces, storeEvents } from "../queries/store-events"
import { ActivityData } from "./data"

/** What became of events that were handed over. */
export type StoreResult = {
  /** New ones that were kept. */
  stored: number
  /** New ones without consent: their number was kept, nothing else. */
  counted: number
  /** Those that had been stored before. */
  duplicates: number
  /** Those that the database cannot hold. */
  refused: NewEvent[]
}

/** Reason under which events are counted that the database cannot hold. */
const UNSTORABLE = "unstorable"

export type StoreOptions = {
  /** When the events count as received; left out, the database's now. */
  at?: Date
}

type Written = { stored: number; counted: number; refused: NewEvent[] }

/** Taking events in: each stored once, none lost to another's fault. */
export class EventsService extends ActivityData {
  /**
   * Stores events; those that were stored before are left as they are. When it
   * returns, what it counts as stored is committed.
   *
   * @throws the driver's error when the store cannot be reached; nothing that
   * it did not commit is lost by sending the same events again
   */
  async storeEvents(
    events: readonly NewEvent[],
    { at }: StoreOptions = {}
  ): Promise<StoreResult> {
    const unique = withoutRepeats(events)
    const { stored, counted, refused } = await this.storeUnique(unique, at)
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
      counted,
      duplicates: events.length - refused.length - stored - counted,
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
    events: readonly NewEvent[],
    at: Date | undefined
  ): Promise<Written> {
    if (!events.length) {
      return { stored: 0, counted: 0, refused: [] }
    }
    try {
      const { stored, counted } = await this.write(events, at)
      return { stored: stored.length, counted: counted.length, refused: [] }
    } catch (error) {
      if (!isPoison(error)) {
        throw error
      }
      if (events.length === 1) {
        return { stored: 0, counted: 0, refused: [...events] }
      }
    }
    const middle = Math.ceil(events.length / 2)
    const first = await this.storeUnique(events.slice(0, middle), at)
    const second = await this.storeUnique(events.slice(middle), at)
    return {
      stored: first.stored + second.stored,
      counted: first.counted + second.counted,
      refused: [...first.refused, ...second.refused],
    }
  }

  /** The job makes partitions ahead; should it have failed for months, we do. */
  private async write(
    events: readonly NewEvent[],
    at: Date | undefined
  ): Promise<StoredPlaces> {
    const manager = await this.sql()
    try {
      return await storeEvents(manager, events, at)
    } catch (error) {
      if (!lacksPartition(error)) {
        throw error
      }
    }
    await createMissingPartitions(manager, at ?? new Date())
    return storeEvents(manager, events, at)
  }
}
