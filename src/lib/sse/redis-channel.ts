import { randomUUID } from "node:crypto"

import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { Channel, ChannelListener } from "./channel"
import { Sequence } from "./sequence"
import { RedisLike, SseLogger, SseMessage } from "./types"

/**
 * Numbers a message and publishes it in one step, so that no process sees two
 * messages in another order than their ids say.
 */
const PUBLISH_SCRIPT = `
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local last = tonumber(redis.call('GET', KEYS[1]) or '0')
local id = string.format('%.0f', math.max(last + 1, now))
redis.call('SET', KEYS[1], id)
redis.call('PUBLISH', ARGV[1], id .. ' ' .. ARGV[2])
return id
`
const START_TIMEOUT_MS = 2000
const MAX_DELIVERED = 1000

const envelopeSchema = z.object({
  /** Tells an echo of what was already delivered here. */
  key: z.string(),
  topic: z.string(),
  event: z.string(),
  data: z.unknown(),
})

/** Tells every process to bring its clients up to date; no topic has this name. */
const GAP_TOPIC = ""

/**
 * Redis pub/sub: what this process publishes comes back to it as to all others,
 * and only then reaches its clients, so nothing is delivered twice.
 *
 * While Redis is away this process serves its own clients. As soon as it is
 * back, every process is told of the gap.
 */
export class RedisChannel implements Channel {
  private readonly sequence = new Sequence()
  private readonly delivered = new Set<string>()
  private readonly subscriber: RedisLike
  private readonly channel: string
  private readonly counter: string
  private readonly started: Promise<void>
  private subscribed = false
  /** The first subscription stood, or was waited for long enough. */
  private settled = false
  /** Something was delivered here that other processes have not seen. */
  private othersMissed = false
  private warned = false
  private closed = false

  constructor(
    private readonly publisher: RedisLike,
    private readonly listener: ChannelListener,
    namespace: string,
    private readonly logger?: SseLogger
  ) {
    this.channel = `cornerstore:sse:${namespace}`
    this.counter = `${this.channel}:last-id`
    this.subscriber = publisher.duplicate()
    // Without these listeners a lost connection would end the process. The
    // state is told once, by publish and by the loss of the subscription.
    publisher.on("error", (error) => this.warnOnce(error))
    this.subscriber.on("error", (error) => this.warnOnce(error))
    publisher.on("ready", () => void this.tellOthersOfGap())
    this.subscriber.on("message", (_, payload) => this.receive(payload))
    this.subscriber.on("close", () => {
      this.subscribed = false
    })
    this.started = new Promise((resolve) => {
      const subscribe = () => void this.subscribe(resolve)
      this.subscriber.on("ready", subscribe)
      if (this.subscriber.status === "ready") {
        subscribe()
      }
    })
  }

  async publish(topic: string, message: SseMessage): Promise<void> {
    const key = randomUUID()
    try {
      await this.untilUsable()
      await this.send(key, topic, message)
    } catch (error) {
      this.warnOnce(error)
      this.deliverHere(key, topic, message)
    }
  }

  state(): "up" | "down" {
    return this.subscribed && this.publisher.status === "ready" ? "up" : "down"
  }

  close(): void {
    this.closed = true
    this.publisher.disconnect()
    this.subscriber.disconnect()
  }

  private async subscribe(onFirst: () => void): Promise<void> {
    try {
      await this.subscriber.subscribe(this.channel)
      this.subscribed = true
      this.settled = true
      this.warned = false
      onFirst()
      this.listener.onGap()
    } catch (error) {
      if (!this.closed) {
        this.warnOnce(error)
        this.subscriber.disconnect(true)
      }
    }
  }

  /**
   * Before the first subscription a message would miss our own clients, so it
   * waits a moment. Later on, an outage must not hold up every caller.
   */
  private async untilUsable(): Promise<void> {
    if (!this.settled) {
      await this.untilStarted()
    }
    if (this.publisher.status !== "ready") {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `connection is ${this.publisher.status}`
      )
    }
  }

  private async untilStarted(): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, START_TIMEOUT_MS)
    })
    await Promise.race([this.started, late])
    clearTimeout(timer)
    this.settled = true
  }

  private async send(
    key: string,
    topic: string,
    message: SseMessage
  ): Promise<void> {
    const envelope = JSON.stringify({ key, topic, ...message })
    await this.publisher.eval(
      PUBLISH_SCRIPT,
      1,
      this.counter,
      this.channel,
      envelope
    )
  }

  private async tellOthersOfGap(): Promise<void> {
    if (!this.othersMissed) {
      return
    }
    this.othersMissed = false
    try {
      await this.send(randomUUID(), GAP_TOPIC, { event: "gap", data: null })
    } catch (error) {
      this.othersMissed = true
      this.warnOnce(error)
    }
  }

  private receive(payload: string): void {
    const space = payload.indexOf(" ")
    const id = payload.slice(0, space)
    const envelope = parseEnvelope(payload.slice(space + 1))
    if (!envelope) {
      this.logger?.warn(
        `A live update on ${this.channel} was not understood: another version of Cornerstore may be running beside this one`
      )
      return
    }
    const { key, topic, event, data } = envelope
    this.sequence.observe(id)
    if (topic === GAP_TOPIC) {
      this.listener.onGap()
    } else if (this.isFirstDelivery(key)) {
      this.listener.onMessage(topic, { id, event, data })
    }
  }

  private deliverHere(key: string, topic: string, message: SseMessage): void {
    if (this.isFirstDelivery(key)) {
      this.othersMissed = true
      this.listener.onMessage(topic, { ...message, id: this.sequence.next() })
    }
  }

  /**
   * A lost answer does not mean that Redis did not take the message: its echo
   * may have come before, or may come later.
   */
  private isFirstDelivery(key: string): boolean {
    if (this.delivered.has(key)) {
      return false
    }
    this.delivered.add(key)
    if (this.delivered.size > MAX_DELIVERED) {
      const [oldest] = this.delivered
      this.delivered.delete(oldest)
    }
    return true
  }

  private warnOnce(error: unknown): void {
    if (this.warned || this.closed) {
      return
    }
    this.warned = true
    this.logger?.warn(
      `Live updates reach only this process, Redis is not available (${error instanceof Error ? error.message : String(error)}). They resume by themselves.`
    )
  }
}

function parseEnvelope(text: string): z.infer<typeof envelopeSchema> | null {
  try {
    return envelopeSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}
