import Redis from "ioredis"

import { createSseHub, SseHub } from "../../src/lib/sse"
import { EventStream } from "../../src/lib/sse/__tests__/helpers/event-stream"
import {
  serveHub,
  SseServer,
} from "../../src/lib/sse/__tests__/helpers/sse-server"
import { connectRedis } from "../../src/lib/sse/connect-redis"
import { useRedis } from "../helpers/redis"

/** Two hubs with their own connections and servers stand for two processes. */
describe("SSE through a real Redis", () => {
  let redis: Awaited<ReturnType<typeof useRedis>>
  let admin: Redis
  let hubs: SseHub[]
  let servers: SseServer[]
  let streams: EventStream[]
  const warnings: string[] = []
  const tick = (n: number) => ({ event: "tick", data: n })
  const ticks = (stream: EventStream) =>
    stream.events.filter(({ event }) => event === "tick")
  const values = (stream: EventStream) => ticks(stream).map(({ data }) => data)

  beforeAll(async () => {
    redis = await useRedis(11)
    admin = new Redis(redis.url)
  })
  afterAll(async () => {
    await admin.quit()
    await redis.close()
  })

  beforeEach(async () => {
    warnings.length = 0
    hubs = [0, 1].map(() =>
      createSseHub({
        ...connectRedis(redis.url),
        logger: { warn: (message) => warnings.push(message) },
      })
    )
    const snapshot = { event: "snapshot", data: null }
    servers = await Promise.all(hubs.map((hub) => serveHub(hub, { snapshot })))
    streams = await Promise.all(
      servers.map(({ url }) => EventStream.open(`${url}/a`))
    )
    // One snapshot on connecting, one when the subscription stands.
    await Promise.all(streams.map((stream) => stream.untilEvents(2)))
  })
  afterEach(async () => {
    streams.forEach((stream) => stream.close())
    await Promise.all(servers.map((server) => server.stop()))
  })

  it("delivers each message once to every process, in one order", async () => {
    await Promise.all(
      Array.from({ length: 200 }, (_, n) => hubs[n % 2].publish("a", tick(n)))
    )
    await Promise.all(
      streams.map((stream) => stream.until(() => ticks(stream).length >= 200))
    )
    const [first, second] = streams.map(ticks)
    expect(first).toEqual(second)
    expect(new Set(values(streams[0])).size).toBe(200)
    const ids = first.map(({ id }) => Number(id))
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b))
    expect(hubs.map((hub) => hub.stats().redis)).toEqual(["up", "up"])
    expect(warnings).toEqual([])
  })

  it("resumes at another process than the one it was connected to", async () => {
    for (const n of [1, 2, 3]) {
      await hubs[0].publish("a", tick(n))
    }
    await Promise.all(
      streams.map((stream) => stream.until(() => ticks(stream).length >= 3))
    )
    const [seen] = ticks(streams[0])
    const elsewhere = await EventStream.open(`${servers[1].url}/a`, seen.id)
    streams.push(elsewhere)
    await elsewhere.untilEvents(2)
    expect(elsewhere.events.map(({ data }) => data)).toEqual([2, 3])
  })

  it("comes back after its connections were cut, with nothing twice", async () => {
    await hubs[0].publish("a", tick(1))
    await streams[1].until(() => values(streams[1]).includes(1))

    const seen = streams.map(({ events }) => events.length)
    await cutConnections(admin)
    for (const [index, stream] of streams.entries()) {
      await stream.until(() =>
        stream.events
          .slice(seen[index])
          .some(({ event }) => event === "snapshot")
      )
    }
    await hubs[0].publish("a", tick(2))
    for (const stream of streams) {
      await stream.until(() => values(stream).includes(2))
      expect(values(stream)).toEqual([1, 2])
    }
  })

  it("serves its own clients when there is no Redis at all", async () => {
    const alone = createSseHub({
      ...connectRedis("redis://127.0.0.1:1/0"),
      logger: { warn: (message) => warnings.push(message) },
    })
    const server = await serveHub(alone)
    servers.push(server)
    const stream = await EventStream.open(`${server.url}/a`)
    streams.push(stream)
    await alone.publish("a", tick(1))
    // Only the first one may wait for a connection.
    const start = performance.now()
    await alone.publish("a", tick(2))
    expect(performance.now() - start).toBeLessThan(500)
    await stream.untilEvents(2)
    expect(alone.stats().redis).toBe("down")
    expect(warnings).toEqual([expect.stringContaining("only this process")])
  })
})

/** Cuts the hubs' connections to this test's database, as a restart would. */
async function cutConnections(admin: Redis): Promise<void> {
  const own = /\bname=cornerstore-sse\b/
  const clients = String(await admin.client("LIST")).split("\n")
  const database = `db=${admin.options.db}`
  for (const line of clients.filter(
    (client) => own.test(client) && client.split(" ").includes(database)
  )) {
    const [, id] = /\bid=(\d+)/.exec(line) ?? []
    await admin.client("KILL", "ID", id)
  }
}
