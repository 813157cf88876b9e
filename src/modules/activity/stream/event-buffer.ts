import { randomUUID } from "node:crypto"
import { hostname } from "node:os"

import {
  connectStream,
  durabilityGaps,
  StreamEntry,
  StreamLogger,
  StreamMover,
  StreamQueue,
  StreamWriter,
} from "../../../lib/redis-stream"
import { DroppedEvents, NewEvent } from "../domain/new-event"
import { StoreResult } from "../intake/store-lots"
import { isHopeless } from "./hopeless"
import { readRecord, writeRecord } from "./record"

/** Where events go when they have been read and checked. */
export type EventSink = {
  storeEvents(events: readonly NewEvent[]): Promise<StoreResult>
  countDropped(dropped: readonly DroppedEvents[]): Promise<void>
}

export type EventBufferOptions = {
  redisUrl: string
  /** Requests that may wait to be moved to the store. */
  maxLength: number
  logger: StreamLogger
  /** How long a process may be silent before another moves what it took, in ms. */
  claimAfterMs?: number
}

/** Braces keep both on one node of a cluster, where they are written together. */
const KEY = "{cornerstore:activity}:events"
const ASIDE_KEY = "{cornerstore:activity}:aside"
const GROUP = "store"
/** A Redis that is away is mentioned once in this time, in ms. */
const MENTION_MS = 60_000

/**
 * Takes events into a Redis Stream, from which they are moved to the store: a
 * store that is slow or away then costs no client a second try. What Redis has
 * acknowledged is stored in the end, each event once, since the store knows the
 * messages it has.
 */
export class EventBuffer implements EventSink {
  private readonly redis: ReturnType<typeof connectStream>
  private readonly stream: StreamWriter
  private mover: StreamMover | undefined
  private mentionedAt = -Infinity

  constructor(private readonly options: EventBufferOptions) {
    this.redis = connectStream(options.redisUrl, (error) => this.mention(error))
    this.stream = new StreamWriter(this.redis.writer, KEY, options.maxLength)
    this.redis.writer.once("ready", () => void this.warnOfGaps())
  }

  /**
   * Returns once Redis has them. Repeats and events without consent are found
   * out when they are moved: here all of them count as stored.
   *
   * @throws StreamFull; ioredis's error when Redis does not answer
   */
  async storeEvents(events: readonly NewEvent[]): Promise<StoreResult> {
    if (events.length) {
      await this.stream.append(writeRecord({ events }))
    }
    return { stored: events.length, counted: 0, duplicates: 0, refused: [] }
  }

  /** These numbers are no ledger: after a crash some may count twice. */
  async countDropped(dropped: readonly DroppedEvents[]): Promise<void> {
    if (dropped.length) {
      await this.stream.append(writeRecord({ dropped }))
    }
  }

  /** Answers when another request can be taken in. */
  async ping(): Promise<void> {
    await this.stream.ping()
  }

  /** Moves events to the store until `close`, together with other processes. */
  startMoving(store: EventSink): void {
    const { logger, claimAfterMs } = this.options
    this.mover ??= new StreamMover({
      queue: new StreamQueue(this.redis.reader, {
        key: KEY,
        asideKey: ASIDE_KEY,
        group: GROUP,
        consumer: `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`,
      }),
      handle: (entries) => move(entries, store),
      isHopeless,
      logger,
      claimAfterMs,
    })
    this.mover.start()
  }

  /** Finishes what is being moved; what is not waits in Redis. */
  async close(): Promise<void> {
    await this.mover?.stop()
    this.redis.writer.disconnect()
    this.redis.reader.disconnect()
  }

  private async warnOfGaps(): Promise<void> {
    try {
      for (const gap of await durabilityGaps(this.redis.writer)) {
        this.options.logger.warn(`The buffer of events: ${gap}`)
      }
    } catch (error) {
      this.options.logger.info(
        `Redis does not tell how safe it keeps events (${error instanceof Error ? error.message : error})`
      )
    }
  }

  private mention(error: Error): void {
    const now = performance.now()
    if (now - this.mentionedAt >= MENTION_MS) {
      this.mentionedAt = now
      this.options.logger.warn(
        `Events cannot be taken in, Redis is away (${error.message}). It is looked for all the time.`
      )
    }
  }
}

async function move(
  entries: readonly StreamEntry[],
  store: EventSink
): Promise<void> {
  const records = entries.map(({ payload }) => readRecord(payload))
  await store.storeEvents(
    records.flatMap((record) => ("events" in record ? record.events : []))
  )
  await store.countDropped(
    records.flatMap((record) => ("dropped" in record ? record.dropped : []))
  )
}
