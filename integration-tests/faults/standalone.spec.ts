import ActivityModuleService from "../../src/modules/activity/service"
import { AppProcess, untilServing } from "../helpers/app-process"
import {
  CollectorProcessOptions,
  launchCollector,
  migrateStore,
  notStoredOnce,
  askStore,
} from "../helpers/collector-process"
import {
  createTestDatabase,
  databaseUrl,
  TestDatabase,
} from "../helpers/database"
import { descendants, signalProcess } from "../helpers/processes"
import { RetryingClient } from "../helpers/retrying-client"
import { waitFor } from "../helpers/wait-for"

jest.setTimeout(180_000)

const TOKEN = "pk_standalone"
const SOURCE = "apk_standalone"

describe("the collector in a process of its own", () => {
  let database: TestDatabase
  let shop: ActivityModuleService
  const running: AppProcess[] = []

  const launch = async (
    options: Partial<CollectorProcessOptions> = {}
  ): Promise<AppProcess> => {
    const collector = await launchCollector({
      databaseUrl: database.url,
      ...options,
    })
    running.push(collector)
    return collector
  }
  const start = async (options: Partial<CollectorProcessOptions> = {}) =>
    untilServing(await launch(options), 20)
  const send = async (
    { url }: AppProcess,
    init: { key?: string; path?: string; messageId?: string } = {}
  ) => {
    const key = init.key ?? TOKEN
    const answer = await fetch(`${url}${init.path ?? "/v1/track"}`, {
      method: "POST",
      headers: {
        authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}`,
      },
      body: JSON.stringify({
        event: "Product Viewed",
        anonymousId: "visitor-1",
        messageId: init.messageId ?? "message-1",
      }),
    })
    return {
      status: answer.status,
      retryAfter: answer.headers.get("retry-after"),
      body: await answer.json(),
    }
  }
  /** What the shop's job does, with keys of our own. */
  const mirror = (revoked_at: Date | null = null) =>
    shop.mirrorWriteKeys([{ token: TOKEN, source_id: SOURCE, revoked_at }])

  beforeEach(async () => {
    database = await createTestDatabase("standalone")
    await migrateStore(database.url)
    shop = new ActivityModuleService(
      {},
      { database: { clientUrl: database.url } }
    )
    await mirror()
  })
  afterEach(async () => {
    await Promise.all(running.splice(0).map((each) => each.kill()))
    await shop.close()
    await database.drop()
  })

  it("takes events in at the root and below /collect, for the keys of the mirror only", async () => {
    const collector = await start()
    expect(await send(collector)).toMatchObject({
      status: 200,
      body: { stored: 1, duplicates: 0 },
    })
    expect(await send(collector, { path: "/collect/v1/track" })).toMatchObject({
      status: 200,
      body: { stored: 0, duplicates: 1 },
    })
    expect(await send(collector, { key: "pk_unknown" })).toMatchObject({
      status: 401,
    })
    expect(await send(collector, { path: "/v1/nothing" })).toMatchObject({
      status: 404,
    })
    const rows = await askStore(
      database.url,
      "select source_id, message_id, anonymous_id from activity.event"
    )
    expect(rows).toEqual([
      {
        source_id: SOURCE,
        message_id: "message-1",
        anonymous_id: "visitor-1",
      },
    ])
  })

  it("lets any page send, as the shop does", async () => {
    const collector = await start()
    const preflight = await fetch(`${collector.url}/v1/batch`, {
      method: "OPTIONS",
      headers: {
        origin: "https://shop.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get("access-control-allow-origin")).toBe(
      "https://shop.example"
    )
    expect(preflight.headers.get("access-control-max-age")).toBe("7200")
  })

  it("refuses a revoked key within a minute, and a new process at once", async () => {
    const collector = await start()
    expect((await send(collector)).status).toBe(200)
    await mirror(new Date())
    const next = await start()
    expect((await send(next)).status).toBe(401)
    await waitFor(
      "the revoked key to be refused",
      async () => (await send(collector)).status === 401 || null,
      // The shop's job adds at most 15 seconds of its own.
      45_000
    )
  })

  it("asks clients to come again while the store is away, from the start on, and recovers", async () => {
    const allow = (answer: boolean) =>
      askStore(
        databaseUrl("postgres"),
        `alter database "${database.name}" allow_connections ${answer}`
      )
    await shop.close()
    await allow(false)
    const collector = await launch()
    await collector.waitForOutput(/Collecting events/, 20)
    expect(await send(collector)).toMatchObject({
      status: 503,
      retryAfter: expect.stringMatching(/^\d+$/),
    })
    expect((await fetch(`${collector.url}/health`)).status).toBe(503)

    await allow(true)
    await untilServing(collector, 20)
    expect(await send(collector)).toMatchObject({
      status: 200,
      body: { stored: 1 },
    })
  })

  it("gives pages the snippet, which sends to where it came from", async () => {
    const collector = await start()
    const script = await fetch(`${collector.url}/collect/snippet.js`)
    expect(script.status).toBe(200)
    expect(script.headers.get("content-type")).toMatch("text/javascript")
    expect(await script.text()).toContain("cornerstore")
  })

  it("ends in order in the middle of load: what was acknowledged is there, once", async () => {
    const collector = await start()
    const client = new RetryingClient(collector.url, TOKEN)
    await waitFor("events to come in", async () =>
      client.acknowledged.size > 500 ? true : null
    )
    signalProcess(collector.pid, "SIGTERM")
    expect(await collector.ended).toEqual({ code: 0, signal: null })
    const acknowledged = [...client.acknowledged]
    expect(await notStoredOnce(database.url, acknowledged)).toEqual([])

    await start({ port: collector.port })
    await client.finish()
    expect(client.made.length).toBeGreaterThan(acknowledged.length)
    expect(await notStoredOnce(database.url, client.made)).toEqual([])
  })

  it("shares its port among processes, and starts one again that dies", async () => {
    const collector = await start({ env: { COLLECTOR_PROCESSES: "2" } })
    const workers = await waitFor("two processes", async () => {
      const children = descendants(collector.pid)
      return children.length === 2 ? children : null
    })
    signalProcess(workers[0], "SIGKILL")
    const replaced = await waitFor("another process", async () => {
      const children = descendants(collector.pid)
      return children.length === 2 && !children.includes(workers[0])
        ? children
        : null
    })
    expect(replaced).toContain(workers[1])
    expect((await send(collector)).status).toBe(200)
    await collector.stop()
    expect(await collector.ended).toEqual({ code: 0, signal: null })
    expect(descendants(collector.pid)).toEqual([])
  })

  it("says which setting is wrong, and which port is taken", async () => {
    const wrong = await launch({
      env: { COLLECTOR_POOL_SIZE: "many", ACTIVITY_BUFFER: "kafka" },
    })
    expect(await wrong.ended).toMatchObject({ code: 1 })
    expect(wrong.output()).toMatch(
      /COLLECTOR_POOL_SIZE: must be a whole number\n\s+ACTIVITY_BUFFER: /
    )
    const collector = await start()
    const second = await launch({ port: collector.port })
    expect(await second.ended).toMatchObject({ code: 1 })
    expect(second.output()).toContain("Stop what listens there, or set PORT")
  })
})
