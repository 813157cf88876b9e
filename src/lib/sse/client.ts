import type { IncomingMessage, ServerResponse } from "node:http"
import type { Server, Socket } from "node:net"

import { eventFrame, HEARTBEAT_FRAME, retryFrame } from "./frames"
import { SseMessage, SubscribeOptions } from "./types"

/** Headers of every stream. */
export const STREAM_HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // `no-transform` keeps compression from holding events back.
  "Cache-Control": "no-cache, no-transform",
  Connection: "keep-alive",
  // nginx collects a response before it passes it on, unless told not to.
  "X-Accel-Buffering": "no",
  "X-Content-Type-Options": "nosniff",
}
const RETRY_MS = 3000
/** A client that does not take the rest of its stream is cut off after this. */
const END_GRACE_MS = 1000
const MAX_PENDING = 64

type ClientOptions = Pick<SubscribeOptions, "snapshot" | "transform"> & {
  maxBacklogBytes: number
  maxAgeMs: number
  /** Called once, when the stream has ended. */
  onClosed: () => void
  /** The client was dropped, and why. */
  onDropped: (reason: string) => void
}

/**
 * One open stream. Nothing is queued beyond `maxBacklogBytes` and a few pending
 * transforms: who falls further behind is cut off and comes back.
 */
export class SseClient {
  private closed = false
  private pending = 0
  private tail: Promise<void> = Promise.resolve()
  private flushedAtLastBeat = -1
  private readonly endsAt: number

  constructor(
    private readonly req: IncomingMessage,
    private readonly res: ServerResponse,
    private readonly options: ClientOptions
  ) {
    this.endsAt = Date.now() + options.maxAgeMs * (0.9 + Math.random() * 0.2)
    // A reset by the peer is a way to leave; `close` follows and cleans up.
    res.on("error", () => this.abort())
    res.on("close", () => this.finish())
    req.socket.setNoDelay(true)
    req.socket.setKeepAlive(true)
    res.writeHead(200, STREAM_HEADERS)
    res.write(retryFrame(RETRY_MS))
  }

  /** Sends a message, after those before it, through the transform. */
  send(message: SseMessage, id?: string): Promise<void> {
    const { transform } = this.options
    if (this.closed) {
      return Promise.resolve()
    }
    if (!transform) {
      this.write(eventFrame(message, id))
      return Promise.resolve()
    }
    if (this.pending >= MAX_PENDING) {
      this.drop(`${MAX_PENDING} messages are waiting for its transform`)
      return Promise.resolve()
    }
    this.pending++
    this.tail = this.tail.then(() => this.transformAndWrite(message, id))
    return this.tail
  }

  /** Brings the client up to date after messages may have been missed. */
  async refresh(): Promise<void> {
    if (this.options.snapshot) {
      await this.send(this.options.snapshot)
    }
  }

  /** Called at each beat: keeps the stream alive, or ends it when it is time. */
  beat(now: number): void {
    const { socket } = this.req
    const flushed = socket.bytesWritten - socket.writableLength
    if (socket.writableLength > 0 && flushed === this.flushedAtLastBeat) {
      this.drop("it has read nothing since the last heartbeat")
      return
    }
    this.flushedAtLastBeat = flushed
    if (now >= this.endsAt) {
      this.end()
      return
    }
    this.write(HEARTBEAT_FRAME)
  }

  /**
   * True when the HTTP server no longer takes connections: it waits for open
   * requests before it stops, and a stream would keep it waiting for ever.
   */
  isServerClosing(): boolean {
    const socket: Socket & { server?: Server } = this.req.socket
    return socket.server?.listening === false
  }

  /** Ends the stream in order. */
  end(): void {
    if (this.closed) {
      return
    }
    this.closed = true
    // Kept alive, the connection would carry the client's next attempt to a
    // server that is about to stop.
    this.res.end(() => this.req.socket.destroySoon())
    const cut = setTimeout(() => this.res.destroy(), END_GRACE_MS)
    cut.unref()
    this.res.once("close", () => clearTimeout(cut))
  }

  private async transformAndWrite(
    message: SseMessage,
    id?: string
  ): Promise<void> {
    try {
      const outgoing = this.closed
        ? null
        : await this.options.transform?.(message)
      if (outgoing) {
        this.write(eventFrame(outgoing, id))
        if (outgoing.end) {
          this.end()
        }
      }
    } catch (error) {
      this.drop(
        `its transform failed on "${message.event}": ${error instanceof Error ? error.message : String(error)}`
      )
    } finally {
      this.pending--
    }
  }

  private write(frame: string): void {
    if (this.closed) {
      return
    }
    if (this.res.writableLength > this.options.maxBacklogBytes) {
      this.drop(`it is more than ${this.options.maxBacklogBytes} bytes behind`)
      return
    }
    this.res.write(frame)
  }

  private drop(reason: string): void {
    if (!this.closed) {
      this.options.onDropped(reason)
      this.abort()
    }
  }

  private abort(): void {
    this.closed = true
    this.res.destroy()
  }

  private finish(): void {
    this.closed = true
    this.options.onClosed()
  }
}
