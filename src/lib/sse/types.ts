import type { IncomingMessage, ServerResponse } from "node:http"

/** One event as the browser sees it; `data` travels as JSON. */
export type SseMessage = {
  /** Event name: letters, digits, `.`, `_` and `-`. */
  event: string
  data: unknown
}

/** What a transform makes of a message for one client. */
export type SseOutgoing = SseMessage & {
  /** Ends the stream after this event. */
  end?: boolean
}

/** A published message with the id under which a client resumes. */
export type StoredMessage = SseMessage & { id: string }

export type SubscribeOptions = {
  /**
   * The last event the client has seen. By default the request's
   * `Last-Event-ID`; `null` asks for no replay.
   */
  lastEventId?: string | null
  /**
   * Sent to this client when it connects without being able to resume, and
   * again whenever messages may have been missed (Redis was away). Goes through
   * `transform`.
   */
  snapshot?: SseMessage
  /**
   * Makes what this client gets of each message; `null` leaves it out. Lets a
   * hint without personal data travel between processes while each client gets
   * what it may see. Runs one message after the other; when it throws, the
   * client is closed, comes back and starts from a snapshot.
   */
  transform?: (
    message: SseMessage
  ) => SseOutgoing | null | Promise<SseOutgoing | null>
  /** Connections on this topic in this process beyond which 429 is answered. */
  maxPerTopic?: number
  /** Called once when the stream has ended, for whatever reason. */
  onClose?: () => void
}

export type SseSubscription = {
  /** Sends a message to this client only, through its transform. */
  send(message: SseMessage): void
  /** Ends the stream; the browser comes back by itself. */
  close(): void
}

export type SseStats = {
  /** Open streams. */
  connections: number
  /** Topics with a client or a replay buffer. */
  topics: number
  /** Streams opened since the start. */
  opened: number
  /** Clients dropped because they read too slowly or their transform failed. */
  dropped: number
  /** Messages published by this process. */
  published: number
  /** Fan-out between processes. */
  redis: "off" | "up" | "down"
}

export type SseHub = {
  /**
   * Sends an event to every client of a topic, in every process when Redis is
   * configured. Does not reject when Redis is away: the clients of this process
   * are served, the others catch up with a snapshot.
   *
   * @throws MedusaError INVALID_ARGUMENT when the event name is not one or the
   *   message is larger than 64 KiB
   */
  publish(topic: string, message: SseMessage): Promise<void>
  /**
   * Turns a request into an event stream. Returns `null` when there is none:
   * without room 429 or 503 with `Retry-After` has been answered, a HEAD request
   * has got its headers, or the client has already left.
   */
  subscribe(
    topic: string,
    req: IncomingMessage,
    res: ServerResponse,
    options?: SubscribeOptions
  ): SseSubscription | null
  /** Figures for the System page and metrics. */
  stats(): SseStats
  /** Ends all streams and the Redis connections; the hub is of no use after. */
  close(): Promise<void>
}

/** The part of a Medusa logger the hub needs. */
export type SseLogger = { warn(message: string): void }

/** The part of an ioredis client the hub needs. */
export type RedisLike = {
  readonly status: string
  duplicate(): RedisLike
  eval(script: string, keys: number, ...args: string[]): Promise<unknown>
  subscribe(channel: string): Promise<unknown>
  on(
    event: "message",
    listener: (channel: string, message: string) => void
  ): unknown
  on(event: "ready" | "close", listener: () => void): unknown
  on(event: "error", listener: (error: Error) => void): unknown
  disconnect(reconnect?: boolean): void
}

export type SseHubOptions = {
  /** Fans messages out to other processes. The hub owns and closes the client. */
  redis?: RedisLike
  /**
   * Keeps two shops on one Redis server apart: pub/sub knows no databases.
   * @default "default"
   */
  namespace?: string
  logger?: SseLogger
  /**
   * Milliseconds between comment lines that keep proxies from closing a silent stream.
   * @default 15000
   */
  heartbeatMs?: number
  /**
   * Milliseconds after which a stream is ended, so that the client comes back
   * and is checked again. Varies by a tenth, so that clients do not return at once.
   * @default 3600000
   */
  maxAgeMs?: number
  /**
   * Messages kept per topic for clients that come back.
   * @default 50
   */
  replaySize?: number
  /**
   * Milliseconds a topic without clients is remembered.
   * @default 60000
   */
  idleTopicMs?: number
  /**
   * Topics remembered at once; those idle for longest go first.
   * @default 5000
   */
  maxTopics?: number
  /**
   * Open streams beyond which 503 is answered.
   * @default 5000
   */
  maxConnections?: number
  /**
   * Bytes a client may be behind before it is dropped.
   * @default 262144
   */
  maxBacklogBytes?: number
}
