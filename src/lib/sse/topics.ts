import { SseClient } from "./client"
import { StoredMessage } from "./types"

type Topic = {
  clients: Set<SseClient>
  recent: StoredMessage[]
  /** When it last had a client or a message. */
  touchedAt: number
}

export type TopicLimits = {
  replaySize: number
  idleTopicMs: number
  maxTopics: number
}

/**
 * Who listens to what, and the last messages of each topic.
 *
 * Messages are kept for topics without clients too, for a short while: a client
 * that lost its connection is, for these seconds, nobody's client.
 */
export class Topics {
  private readonly topics = new Map<string, Topic>()

  constructor(private readonly limits: TopicLimits) {}

  get size(): number {
    return this.topics.size
  }

  clientsOf(name: string): ReadonlySet<SseClient> {
    return this.topics.get(name)?.clients ?? new Set()
  }

  add(name: string, client: SseClient): void {
    this.touch(name).clients.add(client)
  }

  remove(name: string, client: SseClient): void {
    this.topics.get(name)?.clients.delete(client)
    this.touch(name)
  }

  record(name: string, message: StoredMessage): void {
    const { recent } = this.touch(name)
    recent.push(message)
    if (recent.length > this.limits.replaySize) {
      recent.shift()
    }
  }

  /**
   * What a client missed, or `null` when that is not known any more. The id is
   * looked up, not compared, so that clocks that disagree cause a snapshot and
   * never a silent gap.
   */
  missedSince(name: string, lastEventId: string): StoredMessage[] | null {
    const recent = this.topics.get(name)?.recent ?? []
    const at = recent.findIndex(({ id }) => id === lastEventId)
    return at < 0 ? null : recent.slice(at + 1)
  }

  /** Forgets what nobody has asked for in a while. */
  sweep(now: number = Date.now()): void {
    for (const [name, { clients, touchedAt }] of this.topics) {
      if (!clients.size && now - touchedAt >= this.limits.idleTopicMs) {
        this.topics.delete(name)
      }
    }
  }

  private touch(name: string): Topic {
    const topic: Topic = this.topics.get(name) ?? {
      clients: new Set(),
      recent: [],
      touchedAt: 0,
    }
    topic.touchedAt = Date.now()
    // Set again at the end: the map's order is the order of the last touch.
    this.topics.delete(name)
    this.topics.set(name, topic)
    if (this.topics.size > this.limits.maxTopics) {
      this.evictLongestIdle(name)
    }
    return topic
  }

  private evictLongestIdle(except: string): void {
    for (const [name, { clients }] of this.topics) {
      if (!clients.size && name !== except) {
        this.topics.delete(name)
        return
      }
    }
  }
}
