import { createSseHub, SseHub } from ".."
import { EventStream } from "./helpers/event-stream"
import { FakeRedis, FakeRedisServer } from "./helpers/fake-redis"
import { serveHub, SseServer } from "./helpers/sse-server"

/** The real Redis is in integration-tests/faults/sse-redis.spec.ts; here its failures are staged. */
describe("SSE hub with Redis", () => {
  let redis: FakeRedisServer
  let publisher: FakeRedis
  let hubs: SseHub[]
  let servers: SseServer[]
  let streams: EventStream[]
  const warnings: string[] = []
  const tick = (n: number) => ({ event: "tick", data: n })
  const ticks = (stream: EventStream) =>
    stream.events
      .filter(({ event }) => event === "tick")
      .map(({ data }) => data)

  beforeEach(async () => {
    warnings.length = 0
    redis = new FakeRedisServer()
    publisher = new FakeRedis(redis)
    hubs = [publisher, new FakeRedis(redis)].map((client) =>
      createSseHub({
        redis: client,
        logger: { warn: (message) => warnings.push(message) },
      })
    )
    const snapshot = { event: "snapshot", data: null }
    servers = await Promise.all(hubs.map((hub) => serveHub(hub, { snapshot })))
    streams = await Promise.all(
      servers.map(({ url }) => EventStream.open(`${url}/a`))
    )
    await Promise.all(streams.map((stream) => stream.untilEvents(1)))
  })
  afterEach(async () => {
    streams.forEach((stream) => stream.close())
    await Promise.all(servers.map((server) => server.stop()))
  })

  it("reaches the clients of every process, each once and under one id", async () => {
    await hubs[0].publish("a", tick(1))
    await hubs[1].publish("a", tick(2))
    await hubs[0].publish("a", tick(3))
    for (const stream of streams) {
      await stream.until(() => ticks(stream).includes(3))
      expect(ticks(stream)).toEqual([1, 2, 3])
    }
    const ids = streams.map(({ events }) =>
      events.filter(({ event }) => event === "tick").map(({ id }) => id)
    )
    expect(ids[0]).toEqual(ids[1])
    expect(hubs[0].stats().redis).toBe("up")
  })

  it("delivers once when Redis took the message but its answer was lost", async () => {
    publisher.loseNextAnswer = true
    await hubs[0].publish("a", tick(1))
    await hubs[0].publish("a", tick(2))
    for (const stream of streams) {
      await stream.until(() => ticks(stream).includes(2))
      expect(ticks(stream)).toEqual([1, 2])
    }
  })

  it("serves its own clients while Redis is away, and tells all when it is back", async () => {
    redis.goAway()
    expect(hubs[0].stats().redis).toBe("down")
    await hubs[0].publish("a", tick(1))
    await streams[0].until(() => ticks(streams[0]).includes(1))
    expect(ticks(streams[1])).toEqual([])
    expect(warnings).toHaveLength(2)

    const seen = streams.map(({ events }) => events.length)
    redis.comeBack()
    for (const [index, stream] of streams.entries()) {
      await stream.until(() =>
        stream.events
          .slice(seen[index])
          .some(({ event }) => event === "snapshot")
      )
    }
    await hubs[1].publish("a", tick(2))
    await streams[0].until(() => ticks(streams[0]).includes(2))
    expect(ticks(streams[0])).toEqual([1, 2])
    expect(hubs[0].stats().redis).toBe("up")
  })

  it("tells a process whose own connection never broke", async () => {
    publisher.lose()
    await hubs[0].publish("a", tick(1))
    const seen = streams[1].events.length
    redis.connections.forEach((connection) => {
      if (connection.status !== "ready") {
        connection.connect()
      }
    })
    await streams[1].until(() =>
      streams[1].events.slice(seen).some(({ event }) => event === "snapshot")
    )
  })

  it("passes over what another version may send", async () => {
    redis.publish("cornerstore:sse:default", '{"other":"shape"}')
    redis.publish("cornerstore:sse:default", "not json")
    await hubs[0].publish("a", tick(1))
    await streams[1].until(() => ticks(streams[1]).includes(1))
    expect(warnings[0]).toContain("was not understood")
  })
})
