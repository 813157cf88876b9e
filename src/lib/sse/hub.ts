import type { IncomingMessage, ServerResponse } from "node:http"

import { MedusaError } from "@medusajs/framework/utils"

import { Channel, ChannelListener, localChannel } from "./channel"
import { SseClient, STREAM_HEADERS } from "./client"
import { assertPublishable } from "./frames"
import { RedisChannel } from "./redis-channel"
import { Topics } from "./topics"
import {
  SseHub,
  SseHubOptions,
  SseMessage,
  SseStats,
  SseSubscription,
  StoredMessage,
  SubscribeOptions,
} from "./types"

const DEFAULTS = {
  namespace: "default",
  heartbeatMs: 15_000,
  maxAgeMs: 3_600_000,
  replaySize: 50,
  idleTopicMs: 60_000,
  maxTopics: 5000,
  maxConnections: 5000,
  maxBacklogBytes: 256 * 1024,
}
const SERVER_CHECK_MS = 500
const RETRY_AFTER_SECONDS = 10

/**
 * Makes the hub through which all server-sent events go. Code of the shop uses
 * the one of its process, `getSseHub()`; see README.md beside this file.
 */
export function createSseHub(options: SseHubOptions = {}): SseHub {
  return new Hub(options)
}

class Hub implements SseHub, ChannelListener {
  private readonly options: SseHubOptions & typeof DEFAULTS
  private readonly topics: Topics
  private readonly channel: Channel
  private readonly clients = new Set<SseClient>()
  private readonly counts = { opened: 0, dropped: 0, published: 0 }
  private timers: NodeJS.Timeout[] = []
  private refreshing: Promise<void> = Promise.resolve()
  private closed = false

  constructor(options: SseHubOptions) {
    this.options = { ...DEFAULTS, ...options }
    this.topics = new Topics(this.options)
    this.channel = options.redis
      ? new RedisChannel(
          options.redis,
          this,
          this.options.namespace,
          options.logger
        )
      : localChannel(this)
  }

  async publish(topic: string, message: SseMessage): Promise<void> {
    assertPublishable(topic, message)
    this.assertOpen(topic)
    this.counts.published++
    await this.channel.publish(topic, message)
  }

  subscribe(
    topic: string,
    req: IncomingMessage,
    res: ServerResponse,
    options: SubscribeOptions = {}
  ): SseSubscription | null {
    const { maxPerTopic = Infinity } = options
    if (res.destroyed || req.socket.destroyed) {
      return null
    }
    if (this.closed || this.clients.size >= this.options.maxConnections) {
      refuse(res, 503, "The server has no room for another live connection")
      return null
    }
    if (this.topics.clientsOf(topic).size >= maxPerTopic) {
      refuse(res, 429, "This page is open too many times")
      return null
    }
    if (req.method === "HEAD") {
      res.writeHead(200, STREAM_HEADERS).end()
      return null
    }

    const client = new SseClient(req, res, {
      snapshot: options.snapshot,
      transform: options.transform,
      maxBacklogBytes: this.options.maxBacklogBytes,
      maxAgeMs: this.options.maxAgeMs,
      onClosed: () => {
        this.clients.delete(client)
        this.topics.remove(topic, client)
        options.onClose?.()
      },
      onDropped: (reason) => {
        this.counts.dropped++
        this.options.logger?.warn(
          `A live connection was dropped: ${reason}. The client comes back by itself.`
        )
      },
    })
    this.counts.opened++
    this.clients.add(client)
    this.topics.add(topic, client)
    this.startTimers()
    this.catchUp(topic, client, lastEventIdOf(req, options))

    return {
      send: (message) => void client.send(message),
      close: () => client.end(),
    }
  }

  stats(): SseStats {
    return {
      ...this.counts,
      connections: this.clients.size,
      topics: this.topics.size,
      redis: this.channel.state(),
    }
  }

  async close(): Promise<void> {
    this.closed = true
    this.stopTimers()
    this.channel.close()
    for (const client of this.clients) {
      client.end()
    }
  }

  onMessage(topic: string, message: StoredMessage): void {
    this.topics.record(topic, message)
    this.startTimers()
    for (const client of this.topics.clientsOf(topic)) {
      void client.send(message, message.id)
    }
  }

  onGap(): void {
    this.refreshing = this.refreshing.then(() => this.refreshClients())
  }

  /** One after the other: all at once would be a burst of queries. */
  private async refreshClients(): Promise<void> {
    for (const client of [...this.clients]) {
      await client.refresh()
    }
  }

  private catchUp(
    topic: string,
    client: SseClient,
    lastEventId: string | null
  ): void {
    const missed =
      lastEventId === null ? null : this.topics.missedSince(topic, lastEventId)
    if (missed === null) {
      void client.refresh()
      return
    }
    for (const message of missed) {
      void client.send(message, message.id)
    }
  }

  private startTimers(): void {
    if (this.timers.length || this.closed) {
      return
    }
    this.timers = [
      setInterval(() => this.beat(), this.options.heartbeatMs),
      setInterval(() => this.endClientsOfClosingServers(), SERVER_CHECK_MS),
    ]
    for (const timer of this.timers) {
      timer.unref()
    }
  }

  private stopTimers(): void {
    this.timers.forEach(clearInterval)
    this.timers = []
  }

  private beat(): void {
    const now = Date.now()
    for (const client of this.clients) {
      client.beat(now)
    }
    this.topics.sweep(now)
    if (!this.clients.size && !this.topics.size) {
      this.stopTimers()
    }
  }

  private endClientsOfClosingServers(): void {
    for (const client of this.clients) {
      if (client.isServerClosing()) {
        client.end()
      }
    }
  }

  private assertOpen(topic: string): void {
    if (this.closed) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `Nothing can be published on topic ${topic}: the live updates of this process were shut down`
      )
    }
  }
}

function lastEventIdOf(
  req: IncomingMessage,
  { lastEventId }: SubscribeOptions
): string | null {
  if (lastEventId !== undefined) {
    return lastEventId
  }
  const header = req.headers["last-event-id"]
  return typeof header === "string" && header ? header : null
}

function refuse(res: ServerResponse, status: number, message: string): void {
  res.writeHead(status, {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    "Retry-After": String(RETRY_AFTER_SECONDS),
  })
  res.end(
    JSON.stringify({
      type: status === 429 ? "too_many_requests" : "service_unavailable",
      message: `${message}: try again in ${RETRY_AFTER_SECONDS} seconds`,
    })
  )
}
