import { DroppedEvents, NewEvent } from "../domain/new-event"
import { GroupCommit } from "../intake/group-commit"
import { storeLots, StoreResult } from "../intake/store-lots"
import { countDropped } from "../queries/count-dropped"
import { lacksPartition } from "../queries/errors"
import { createMissingPartitions } from "../queries/partitions"
import { StoredPlaces, storeEvents } from "../queries/store-events"
import { ActivityData } from "./data"

export type { StoreResult } from "../intake/store-lots"

export type StoreOptions = {
  /** When the events count as received; left out, the database's now. */
  at?: Date
}

/** Reason under which events are counted that the database cannot hold. */
const UNSTORABLE = "unstorable"

/** Events of a statement: more makes it no faster, only later. */
const FLUSH_EVENTS = 1_000
/** Statements at once: one is made ready while the other is at work. */
const FLUSHES = 2
/** Clients try again by themselves; sooner than they give up waiting. */
const MAX_WAIT_MS = 5_000

/** Taking events in: each stored once, none lost to another's fault. */
export class EventsService extends ActivityData {
  private readonly intake = new GroupCommit<readonly NewEvent[], StoreResult>({
    write: (lots) => storeLots(lots, (events) => this.write(events)),
    sizeOf: (events) => events.length,
    maxSize: FLUSH_EVENTS,
    maxFlushes: () => Math.min(FLUSHES, this.traits().poolSize),
    maxWaitMs: MAX_WAIT_MS,
  })

  /** The rows of a day are few and everybody's: one statement at a time. */
  private readonly drops = new GroupCommit<readonly DroppedEvents[], void>({
    write: async (lots) => {
      await countDropped(await this.sql(), lots.flat(), new Date())
      return lots.map(() => undefined)
    },
    sizeOf: (dropped) => dropped.length,
    maxSize: FLUSH_EVENTS,
    maxFlushes: () => 1,
    maxWaitMs: MAX_WAIT_MS,
  })

  /**
   * Stores events; those that were stored before are left as they are. When it
   * returns, what it counts as stored is committed. Calls that come at the same
   * time share a statement, and each is told the numbers of its own events.
   *
   * @throws the driver's error when the store cannot be reached; nothing that
   * it did not commit is lost by sending the same events again
   */
  async storeEvents(
    events: readonly NewEvent[],
    { at }: StoreOptions = {}
  ): Promise<StoreResult> {
    if (!events.length) {
      return { stored: 0, counted: 0, duplicates: 0, refused: [] }
    }
    const result = at
      ? (await storeLots([events], (each) => this.write(each, at)))[0]
      : await this.intake.add(events)
    if (result.refused.length) {
      await this.countDropped(
        result.refused.map(({ source_id }) => ({
          source_id,
          reason: UNSTORABLE,
          count: 1,
        }))
      )
    }
    return result
  }

  /** Adds to the day's counts (UTC) of events that were not stored. */
  async countDropped(dropped: readonly DroppedEvents[]): Promise<void> {
    if (dropped.length) {
      await this.drops.add(dropped)
    }
  }

  override async close(): Promise<void> {
    await this.intake.drain()
    await this.drops.drain()
    await super.close()
  }

  /** The job makes partitions ahead; should it have failed for months, we do. */
  private async write(
    events: readonly NewEvent[],
    at?: Date
  ): Promise<StoredPlaces> {
    const sql = await this.prepared("store_events")
    const circumstances = { timeZone: this.traits().timeZone, at }
    try {
      return await storeEvents(sql, events, circumstances)
    } catch (error) {
      if (!lacksPartition(error)) {
        throw error
      }
    }
    await createMissingPartitions(await this.sql(), at ?? new Date())
    return storeEvents(sql, events, circumstances)
  }
}
