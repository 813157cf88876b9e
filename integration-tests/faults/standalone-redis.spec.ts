import { Client } from "@medusajs/framework/pg"

import { APPLICATION_NAMES } from "../../src/modules/activity/database/applications"
import ActivityModuleService from "../../src/modules/activity/service"
import { AppProcess, untilServing } from "../helpers/app-process"
import {
  askStore,
  CollectorProcessOptions,
  launchCollector,
  migrateStore,
  notStoredOnce,
} from "../helpers/collector-process"
import {
  createTestDatabase,
  databaseUrl,
  TestDatabase,
} from "../helpers/database"
import { OwnRedis, startOwnRedis } from "../helpers/own-redis"
import { RetryingClient } from "../helpers/retrying-client"
import { waitFor } from "../helpers/wait-for"
import { event } from "../modules/activity/setup"

jest.setTimeout(180_000)

const TOKEN = "pk_buffered"
const STREAM = "{cornerstore:activity}:events"
const ASIDE = "{cornerstore:activity}:aside"

describe("events that wait in a Redis Stream", () => {
  let redis: OwnRedis
  let database: TestDatabase
  let shop: ActivityModuleService
  const running: AppProcess[] = []

  const start = async (
    options: Partial<CollectorProcessOptions> = {}
  ): Promise<AppProcess> => {
    const collector = await launchCollector({
      databaseUrl: database.url,
      ...options,
      env: {
        ACTIVITY_BUFFER: "redis",
        REDIS_URL: redis.url,
        ...options.env,
      },
    })
    running.push(collector)
    return untilServing(collector, 20)
  }
  const send = async ({ url }: AppProcess, messageId: string) => {
    const answer = await fetch(`${url}/v1/track`, {
      method: "POST",
      body: JSON.stringify({
        writeKey: TOKEN,
        event: "Product Viewed",
        anonymousId: "visitor-1",
        messageId,
      }),
    })
    await answer.text()
    return {
      status: answer.status,
      retryAfter: answer.headers.get("retry-after"),
    }
  }
  /** An answer is believed for a moment, so it may be old at first. */
  const untilHealth = (
    { url }: AppProcess,
    expected: { status: number; body: Record<string, string> }
  ) =>
    waitFor(`health ${JSON.stringify(expected)}`, async () => {
      const answer = await fetch(`${url}/health`)
      const found = { status: answer.status, body: await answer.json() }
      return JSON.stringify(found) === JSON.stringify(expected) ? true : null
    })
  const untilMoved = (timeoutMs = 60_000) =>
    waitFor(
      "the stream to be empty",
      async () => ((await redis.admin.xlen(STREAM)) === 0 ? true : null),
      timeoutMs
    )
  const stored = async (): Promise<string[]> => {
    const rows = await askStore<{ message_id: string }>(
      database.url,
      "select message_id from activity.event order by message_id"
    )
    return rows.map(({ message_id }) => message_id)
  }
  /** Ends the connections over which events are stored. */
  const endStatements = () =>
    askStore(
      databaseUrl("postgres"),
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = $1 and application_name = $2`,
      [database.name, APPLICATION_NAMES.store]
    )
  const storeIsAway = async (isAway: boolean) => {
    await askStore(
      databaseUrl("postgres"),
      `alter database "${database.name}" allow_connections ${!isAway}`
    )
    if (isAway) {
      await endStatements()
    }
  }
  /** Keeps statements that store events waiting until it is let go. */
  const holdStore = async () => {
    const client = new Client({ connectionString: database.url })
    client.on("error", () => undefined)
    await client.connect()
    await client.query("begin")
    await client.query("lock table activity.event_key")
    return () => client.end()
  }
  /** Entries that somebody is moving; none before the first has joined. */
  const taken = async (): Promise<number> => {
    const groups = (await redis.admin.xinfo("GROUPS", STREAM)) as string[][]
    if (!groups.length) {
      return 0
    }
    const [count] = (await redis.admin.xpending(STREAM, "store")) as [number]
    return count
  }

  beforeAll(async () => {
    redis = await startOwnRedis()
  })
  afterAll(async () => redis.remove())

  beforeEach(async () => {
    await redis.start()
    await redis.admin.flushdb()
    database = await createTestDatabase("standalone-redis")
    await migrateStore(database.url)
    shop = new ActivityModuleService(
      {},
      { database: { clientUrl: database.url } }
    )
    await shop.mirrorWriteKeys([
      { token: TOKEN, source_id: "apk_1", revoked_at: null },
    ])
    await shop.close()
  })
  afterEach(async () => {
    await Promise.all(running.splice(0).map((each) => each.kill()))
    await database.drop()
  })

  it("are taken in while the store is away, and stored when it is back", async () => {
    const collector = await start()
    expect(await send(collector, "before")).toMatchObject({ status: 200 })
    await untilMoved()
    await storeIsAway(true)
    expect(await send(collector, "while-1")).toMatchObject({ status: 200 })
    expect(await send(collector, "while-2")).toMatchObject({ status: 200 })
    expect(await send(collector, "while-1")).toMatchObject({ status: 200 })
    await untilHealth(collector, {
      status: 200,
      body: { status: "up", buffer: "up", store: "down" },
    })
    await storeIsAway(false)
    await untilMoved()
    expect(await stored()).toEqual(["before", "while-1", "while-2"])
  })

  it("are stored once when who moves them is killed before they are committed", async () => {
    const collector = await start()
    const letGo = await holdStore()
    expect(await send(collector, "held")).toMatchObject({ status: 200 })
    await waitFor("it to be taken", async () => (await taken()) || null)
    await collector.kill()
    // A statement whose client is gone would still be finished.
    await endStatements()
    await letGo()
    expect(await stored()).toEqual([])

    await start()
    await untilMoved()
    expect(await stored()).toEqual(["held"])
  })

  it("are stored once when who moves them is killed before Redis knows", async () => {
    const collector = await start()
    const letGo = await holdStore()
    expect(await send(collector, "committed")).toMatchObject({ status: 200 })
    await waitFor("it to be taken", async () => (await taken()) || null)
    await redis.admin.client("PAUSE", 60_000, "WRITE")
    await letGo()
    await waitFor("the commit", async () =>
      (await stored()).length ? true : null
    )
    await collector.kill()
    await redis.admin.client("UNPAUSE")
    expect(await redis.admin.xlen(STREAM)).toBe(1)

    await start()
    await untilMoved()
    expect(await stored()).toEqual(["committed"])
  })

  it("survive processes that are killed under load, each event once", async () => {
    const first = await start()
    const second = await start()
    const client = new RetryingClient(first.url, TOKEN)
    for (const enough of [400, 1_200]) {
      await waitFor("events to come in", async () =>
        client.acknowledged.size > enough ? true : null
      )
      await first.kill()
      await start({ port: first.port })
    }
    await client.finish()
    await untilMoved()
    expect(await notStoredOnce(database.url, client.made)).toEqual([])
    expect(await stored()).toHaveLength(client.made.length)
    // Who ends in order leaves no trace, but never while it holds something.
    await second.stop()
    expect(await second.ended).toMatchObject({ code: 0 })
  })

  it("are not acknowledged while Redis is away, and those that were are there when it is back", async () => {
    const collector = await start()
    const client = new RetryingClient(collector.url, TOKEN)
    await waitFor("events to come in", async () =>
      client.acknowledged.size > 400 ? true : null
    )
    await redis.kill()
    const refusals = await waitFor("a refusal", async () =>
      client.refusals.length ? client.refusals : null
    )
    expect(refusals).toContainEqual({
      status: 503,
      retryAfter: expect.stringMatching(/^\d+$/),
    })
    await untilHealth(collector, {
      status: 503,
      body: { status: "down", buffer: "down", store: "up" },
    })
    const acknowledged = client.acknowledged.size

    await redis.start()
    await waitFor("events to come in again", async () =>
      client.acknowledged.size > acknowledged + 200 ? true : null
    )
    await client.finish()
    expect(new Set(client.refusals.map(({ status }) => status))).toEqual(
      new Set([503])
    )
    await untilMoved()
    expect(await notStoredOnce(database.url, client.made)).toEqual([])
  })

  it("are not taken in without end: clients come again when there is room", async () => {
    const collector = await start({ env: { ACTIVITY_BUFFER_LENGTH: "2" } })
    expect(await send(collector, "one")).toMatchObject({ status: 200 })
    await untilMoved()
    const letGo = await holdStore()
    expect(await send(collector, "two")).toMatchObject({ status: 200 })
    expect(await send(collector, "three")).toMatchObject({ status: 200 })
    expect(await send(collector, "four")).toEqual({
      status: 503,
      retryAfter: expect.stringMatching(/^\d+$/),
    })
    await untilHealth(collector, {
      status: 503,
      body: { status: "down", buffer: "down", store: "down" },
    })
    await letGo()
    await untilMoved()
    expect(await send(collector, "four")).toMatchObject({ status: 200 })
    await untilMoved()
    expect(await stored()).toEqual(["four", "one", "three", "two"])
  })

  it("are not held up by an entry that nobody can read, which is kept apart", async () => {
    const collector = await start()
    const letGo = await holdStore()
    await send(collector, "good-1")
    await redis.admin.xadd(STREAM, "*", "payload", '{"events":[{}]}')
    await redis.admin.xadd(STREAM, "*", "other", "field")
    await send(collector, "good-2")
    await letGo()
    await untilMoved()
    expect(await stored()).toEqual(["good-1", "good-2"])
    const aside = await redis.admin.xrange(ASIDE, "-", "+")
    expect(aside.map(([, fields]) => fields[1])).toEqual([
      '{"events":[{}]}',
      "",
    ])
    expect(collector.output()).toMatch(/was set aside: No record of events/)
  })

  it("are moved by the shop's workers too, not by processes that only answer", async () => {
    const shopOf = (workerMode: string) =>
      new ActivityModuleService(
        { configModule: { projectConfig: { workerMode } } },
        {
          database: { clientUrl: database.url },
          redisUrl: redis.url,
          activity: { buffer: "redis" },
        }
      )
    const server = shopOf("server")
    const worker = shopOf("worker")
    try {
      await server.__hooks.onApplicationStart()
      const result = await waitFor("Redis to be there", () =>
        server
          .eventSink()
          .storeEvents([event({ message_id: "shop" })])
          .catch(() => null)
      )
      expect(result).toMatchObject({ stored: 1 })
      await server
        .eventSink()
        .countDropped([{ source_id: "apk_1", reason: "no_id", count: 3 }])
      expect(await redis.admin.xlen(STREAM)).toBe(2)

      await worker.__hooks.onApplicationStart()
      await untilMoved()
      expect(await stored()).toEqual(["shop"])
      const dropped = await askStore(
        database.url,
        "select reason, count::int from activity.dropped_event"
      )
      expect(dropped).toEqual([{ reason: "no_id", count: 3 }])
    } finally {
      await server.__hooks.onApplicationShutdown()
      await worker.__hooks.onApplicationShutdown()
    }
    const consumers = await redis.admin.xinfo("CONSUMERS", STREAM, "store")
    expect(consumers).toEqual([])
  })

  it("come with a warning when Redis promises less than they do", async () => {
    await redis.admin.config("SET", "appendfsync", "everysec")
    try {
      const collector = await start()
      await collector.waitForOutput(
        /warn: The buffer of events: Redis has appendfsync everysec.*wanted: always/,
        10
      )
    } finally {
      await redis.admin.config("SET", "appendfsync", "always")
    }
  })
})
