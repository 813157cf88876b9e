import { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { StoreConnection } from "./database/connection"
import { activityDataSource } from "./database/data-source"
import { ShopConfig, storeSettings } from "./database/settings"
import { DroppedEvents, NewEvent, withoutRepeats } from "./domain/new-event"
import { isPoison, lacksPartition } from "./queries/errors"
import { createMissingPartitions } from "./queries/partitions"
import { purgeEventKeys } from "./queries/purge"
import {
  EventFilter,
  EventPage,
  EventRow,
  readEvents,
} from "./queries/read-events"
import { countDropped, storeEvents } from "./queries/store-events"
import {
  linkVisitor,
  PreviousLink,
  restoreVisitorLink,
  VisitorLink,
} from "./queries/visitors"

type Dependencies = {
  [ContainerRegistrationKeys.LOGGER]?: Logger
  [ContainerRegistrationKeys.CONFIG_MODULE]?: ShopConfig
}

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

/**
 * The activity store: events, the visitors behind them, and what was refused.
 * It has its own connections and its own schema, and may have its own server.
 */
export default class ActivityModuleService {
  private readonly connection: StoreConnection

  constructor(dependencies: Dependencies, options?: Record<string, unknown>) {
    const logger = dependencies[ContainerRegistrationKeys.LOGGER] ?? console
    const config = dependencies[ContainerRegistrationKeys.CONFIG_MODULE]
    this.connection = new StoreConnection(() =>
      activityDataSource(storeSettings(options, config), logger)
    )
  }

  __hooks = {
    // After the HTTP server has stopped taking requests.
    onApplicationShutdown: async () => this.connection.close(),
  }

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
    await countDropped(await this.connection.manager(), dropped, now)
  }

  /** A page of events, newest first. */
  async listEvents(filter: EventFilter, page: EventPage): Promise<EventRow[]> {
    return readEvents(await this.connection.manager(), filter, page)
  }

  /**
   * Says that a visitor is a customer. The caller has proof: a session of that
   * customer.
   */
  async linkVisitor(
    link: VisitorLink,
    at: Date = new Date()
  ): Promise<PreviousLink> {
    return linkVisitor(await this.connection.manager(), link, at)
  }

  /** Undoes `linkVisitor`. */
  async restoreVisitorLink(previous: PreviousLink): Promise<void> {
    await restoreVisitorLink(await this.connection.manager(), previous)
  }

  /** Makes the partitions of this month and the next; returns the new ones. */
  async preparePartitions(now: Date = new Date()): Promise<string[]> {
    return createMissingPartitions(await this.connection.manager(), now)
  }

  /** Forgets at most `limit` messages seen before an instant; returns how many. */
  async purgeEventKeys(before: Date, limit: number): Promise<number> {
    return purgeEventKeys(await this.connection.manager(), before, limit)
  }

  /** Answers when the store does and can take an event now. */
  async ping(): Promise<void> {
    const manager = await this.connection.manager()
    await manager.query("select 1 from activity.event_key limit 1")
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
    const manager = await this.connection.manager()
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
