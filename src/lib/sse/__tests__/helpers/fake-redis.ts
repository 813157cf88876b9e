import { EventEmitter } from "node:events"

import { RedisLike } from "../.."

/** One pub/sub server in memory, with the one script the hub runs. */
export class FakeRedisServer {
  readonly connections = new Set<FakeRedis>()
  private id = 0

  publish(channel: string, body: string): string {
    const id = String(++this.id)
    for (const connection of this.connections) {
      connection.hear(channel, `${id} ${body}`)
    }
    return id
  }

  goAway(): void {
    this.connections.forEach((connection) => connection.lose())
  }

  comeBack(): void {
    this.connections.forEach((connection) => connection.connect())
  }
}

export class FakeRedis extends EventEmitter implements RedisLike {
  status = "ready"
  /** Takes the next message, but its answer is lost on the way. */
  loseNextAnswer = false
  private readonly channels = new Set<string>()

  constructor(private readonly server: FakeRedisServer) {
    super()
    server.connections.add(this)
  }

  duplicate(): FakeRedis {
    return new FakeRedis(this.server)
  }

  async eval(
    _script: string,
    _keys: number,
    ...[, channel, body]: string[]
  ): Promise<unknown> {
    const id = this.server.publish(channel, body)
    if (this.loseNextAnswer) {
      this.loseNextAnswer = false
      throw new Error("Command timed out")
    }
    return id
  }

  async subscribe(channel: string): Promise<unknown> {
    this.channels.add(channel)
    return 1
  }

  disconnect(): void {
    this.server.connections.delete(this)
  }

  hear(channel: string, message: string): void {
    if (this.status === "ready" && this.channels.has(channel)) {
      this.emit("message", channel, message)
    }
  }

  lose(): void {
    this.status = "reconnecting"
    this.channels.clear()
    this.emit("error", new Error("connect ECONNREFUSED"))
    this.emit("close")
  }

  connect(): void {
    this.status = "ready"
    this.emit("ready")
  }
}
