import { once } from "node:events"
import { Agent, get, request } from "node:http"

import { createSseHub, SseHub, SseHubOptions, SubscribeOptions } from ".."
import { EventStream } from "./helpers/event-stream"
import { serveHub, SseServer } from "./helpers/sse-server"

// Some tests fill the buffers of a connection; that takes what the machine has.
jest.setTimeout(30_000)

describe("SSE hub", () => {
  let hub: SseHub
  let server: SseServer
  const streams: EventStream[] = []
  const warnings: string[] = []

  const start = async (
    options: SseHubOptions = {},
    subscribe: SubscribeOptions = {}
  ): Promise<void> => {
    hub = createSseHub({
      logger: { warn: (message) => warnings.push(message) },
      ...options,
    })
    server = await serveHub(hub, subscribe)
  }
  const open = async (
    topic: string,
    lastEventId?: string
  ): Promise<EventStream> => {
    const stream = await EventStream.open(`${server.url}/${topic}`, lastEventId)
    streams.push(stream)
    return stream
  }
  const tick = (n: number) => ({ event: "tick", data: { n } })
  const numbers = (stream: EventStream) =>
    stream.events.map(({ data }) => (data as { n: number }).n)

  afterEach(async () => {
    streams.splice(0).forEach((stream) => stream.close())
    warnings.length = 0
    await server.stop()
  })

  it("answers with the headers that keep proxies and compression off", async () => {
    await start()
    const stream = await open("a")
    expect(stream.response.status).toBe(200)
    expect(Object.fromEntries(stream.response.headers)).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
      connection: "keep-alive",
    })
    await stream.until(() => stream.retry === 3000)
  })

  it("delivers to every client of the topic and to no other", async () => {
    await start()
    const [first, second, other] = await Promise.all(
      ["a", "a", "b"].map((t) => open(t))
    )
    await hub.publish("a", { event: "tick", data: "line\nbreak: ü" })
    await hub.publish("b", tick(2))

    const [event] = await first.untilEvents(1)
    expect(event).toEqual({
      id: expect.stringMatching(/^\d{16}$/),
      event: "tick",
      data: "line\nbreak: ü",
    })
    expect(await second.untilEvents(1)).toEqual([event])
    await other.untilEvents(1)
    expect(numbers(other)).toEqual([2])
  })

  it("gives growing ids", async () => {
    await start()
    const stream = await open("a")
    for (let n = 0; n < 100; n++) {
      await hub.publish("a", tick(n))
    }
    const ids = (await stream.untilEvents(100)).map(({ id }) => Number(id))
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b))
  })

  it("resumes after the last event seen", async () => {
    await start({}, { snapshot: { event: "snapshot", data: null } })
    const before = await open("a")
    for (const n of [1, 2, 3]) {
      await hub.publish("a", tick(n))
    }
    const [, , second] = await before.untilEvents(4)
    before.close()

    const after = await open("a", second.id)
    await hub.publish("a", tick(4))
    await after.untilEvents(2)
    expect(numbers(after)).toEqual([3, 4])
  })

  it("sends a snapshot when it does not know what was missed", async () => {
    await start({ replaySize: 2 }, { snapshot: { event: "all", data: {} } })
    const before = await open("a")
    await hub.publish("a", tick(1))
    const [, first] = await before.untilEvents(2)
    for (const n of [2, 3]) {
      await hub.publish("a", tick(n))
    }
    for (const lastEventId of [first.id, "17", undefined]) {
      const after = await open("a", lastEventId)
      expect(await after.untilEvents(1)).toEqual([{ event: "all", data: {} }])
    }
  })

  it("sends each client what its transform makes, in order", async () => {
    const finish: (() => void)[] = []
    await start(
      {},
      {
        transform: async ({ event, data }) => {
          await new Promise<void>((resolve) => finish.push(resolve))
          return event === "secret" ? null : { event: "seen", data }
        },
      }
    )
    const stream = await open("a")
    await hub.publish("a", tick(1))
    await hub.publish("a", { event: "secret", data: {} })
    await hub.publish("a", tick(2))
    for (let done = 0; done < 3; done++) {
      while (!finish.length) {
        await new Promise(setImmediate)
      }
      finish.pop()?.()
    }
    await stream.untilEvents(2)
    expect(numbers(stream)).toEqual([1, 2])
    expect(stream.events.map(({ event }) => event)).toEqual(["seen", "seen"])
  })

  it("ends a stream after a last event, or when its transform fails", async () => {
    await start(
      {},
      {
        transform: ({ event, data }) => {
          if (event === "boom") {
            throw new Error("database is away")
          }
          return { event, data, end: event === "gone" }
        },
      }
    )
    const stream = await open("a")
    await hub.publish("a", { event: "gone", data: {} })
    await stream.untilEnded()
    expect(stream.events).toMatchObject([{ event: "gone" }])

    const failing = await open("b")
    await hub.publish("b", { event: "boom", data: {} })
    await failing.untilEnded()
    expect(warnings).toEqual([
      expect.stringContaining('failed on "boom": database is away'),
    ])
    expect(hub.stats()).toMatchObject({ connections: 0, dropped: 1 })
  })

  it("sends heartbeats, and ends a stream that has lived long enough", async () => {
    await start({ heartbeatMs: 20, maxAgeMs: 200 })
    const stream = await open("a")
    await stream.until(() => stream.comments >= 3)
    await stream.untilEnded()
    expect(hub.stats()).toMatchObject({ connections: 0, dropped: 0 })
  })

  it("drops a client that does not read, and serves the others", async () => {
    await start({ maxBacklogBytes: 64 * 1024 })
    const reader = await open("a")
    const lazy = request(`${server.url}/a`).end()
    const [response] = await once(lazy, "response")
    response.pause()
    const large = { event: "large", data: "x".repeat(32 * 1024) }
    for (let sent = 1; hub.stats().dropped === 0; sent++) {
      expect(sent).toBeLessThan(2000)
      await hub.publish("a", large)
      await reader.untilEvents(sent)
    }
    expect(warnings[0]).toContain("more than 65536 bytes behind")
    expect(hub.stats().connections).toBe(1)
    await hub.publish("a", tick(1))
    await reader.until(() => reader.events.at(-1)?.event === "tick")
    lazy.on("error", () => {}).destroy()
  })

  it("drops a client that takes nothing at all between two heartbeats", async () => {
    await start({ heartbeatMs: 50, maxBacklogBytes: 64 * 1024 * 1024 })
    const lazy = request(`${server.url}/a`).end()
    const [response] = await once(lazy, "response")
    response.pause()
    for (let sent = 0; sent < 400; sent++) {
      await hub.publish("a", { event: "large", data: "x".repeat(60_000) })
    }
    while (hub.stats().dropped === 0) {
      await new Promise(setImmediate)
    }
    expect(warnings[0]).toContain("read nothing since the last heartbeat")
    lazy.on("error", () => {}).destroy()
  })

  it("answers 429 beyond the limit of a topic and 503 beyond its own", async () => {
    await start({ maxConnections: 3 }, { maxPerTopic: 2 })
    const first = await open("a")
    await open("a")
    const third = await open("a")
    expect(third.response.status).toBe(429)
    expect(third.response.headers.get("retry-after")).toBe("10")

    await open("b")
    expect((await open("c")).response.status).toBe(503)

    first.close()
    while (hub.stats().connections === 3) {
      await new Promise(setImmediate)
    }
    expect((await open("a")).response.status).toBe(200)
  })

  it("forgets topics without clients", async () => {
    await start({ heartbeatMs: 10, idleTopicMs: 50, maxTopics: 3 })
    const stream = await open("kept")
    for (const topic of ["a", "b", "c", "d"]) {
      await hub.publish(topic, tick(1))
    }
    expect(hub.stats().topics).toBe(3)
    await stream.until(() => hub.stats().topics === 1)
    stream.close()
    while (hub.stats().topics > 0) {
      await new Promise(setImmediate)
    }
  })

  it("does not keep a closing server waiting, nor its connection open", async () => {
    await start()
    server.server.keepAliveTimeout = 60_000
    const agent = new Agent({ keepAlive: true })
    const [response] = await once(get(`${server.url}/a`, { agent }), "response")
    response.resume()
    const closed = once(server.server, "close")
    server.server.close()
    await closed
    agent.destroy()
  })

  it("ends all streams when it is closed, and takes no more", async () => {
    let ended = 0
    await start({}, { onClose: () => ended++ })
    const stream = await open("a")
    await hub.close()
    await stream.untilEnded()
    expect(ended).toBe(1)
    expect((await open("a")).response.status).toBe(503)
    await expect(hub.publish("a", tick(1))).rejects.toThrow("were shut down")
  })

  it("answers HEAD without opening a stream", async () => {
    await start()
    const response = await fetch(`${server.url}/a`, { method: "HEAD" })
    expect(response.headers.get("content-type")).toContain("event-stream")
    expect(hub.stats().connections).toBe(0)
  })

  it("refuses messages that would break a stream or fill the memory", async () => {
    await start()
    await expect(
      hub.publish("a", { event: "tick\ndata: x", data: 1 })
    ).rejects.toThrow("is not an event name")
    await expect(
      hub.publish("a", { event: "tick", data: "x".repeat(70_000) })
    ).rejects.toThrow("65536 are allowed")
  })
})
