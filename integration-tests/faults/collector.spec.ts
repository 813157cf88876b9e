import { chmod, mkdtemp } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"

import {
  createDatabase,
  type PostgresServer,
  removePostgres,
  startPostgres,
} from "../../scripts/postgres"
import ActivityModuleService from "../../src/modules/activity/service"
import { type AppProcess, untilServing } from "../helpers/app-process"
import {
  askStore,
  launchCollector,
  migrateStore,
  notStoredOnce,
} from "../helpers/collector-process"
import { signalProcess } from "../helpers/processes"
import { RetryingClient } from "../helpers/retrying-client"
import { waitFor } from "../helpers/wait-for"
import { type PackedShop, preparePackedShop } from "../package/setup/prepare"
import { serveShop } from "../package/setup/serve"
import {
  createShopDatabase,
  type ShopDatabase,
} from "../package/setup/shop-database"

jest.setTimeout(900_000)

const TOKEN = "pk_faults"
const KILLS = 20
const SHOP_KILLS = 4
const RESTARTS = 3

/** Waits until so many more events are acknowledged than now. */
async function acknowledgeMore(client: RetryingClient, more: number) {
  const goal = client.acknowledged.size + more
  await waitFor(
    `${more} more events to be acknowledged`,
    async () => (client.acknowledged.size >= goal ? true : null),
    60_000
  )
}

/** Not the same moment in each round, so that every moment has its turn. */
const someEvents = (): number => 20 + Math.floor(Math.random() * 600)

describe("a collector that dies, again and again", () => {
  let folder: string
  let server: PostgresServer
  let databaseUrl: string
  let client: RetryingClient | undefined
  const running: AppProcess[] = []

  const startServer = (port?: number) =>
    startPostgres({
      dataDir: path.join(folder, "postgres"),
      user: "faults",
      password: "faults",
      port,
    })
  const start = async (port?: number): Promise<AppProcess> => {
    const collector = await launchCollector({ databaseUrl, port })
    running.push(collector)
    return untilServing(collector, 30)
  }

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "cornerstore-faults-"))
    // As root the database runs as another user, who must be able to enter.
    await chmod(folder, 0o755)
    server = await startServer()
  })
  beforeEach(async () => {
    databaseUrl = await createDatabase(
      server,
      `faults_${Math.random().toString(36).slice(2)}`
    )
    await migrateStore(databaseUrl)
    const store = new ActivityModuleService(
      {},
      { database: { clientUrl: databaseUrl } }
    )
    await store.mirrorWriteKeys([
      { token: TOKEN, source_id: "apk_faults", revoked_at: null },
    ])
    await store.close()
  })
  afterEach(async () => {
    client?.abandon()
    await Promise.all(running.splice(0).map((each) => each.kill()))
  })
  afterAll(async () => {
    await server?.stop()
    await removePostgres(path.join(folder, "postgres"))
  })

  it(`stores each event once over ${KILLS} kills in the middle of load`, async () => {
    let collector = await start()
    client = new RetryingClient(collector.url, TOKEN)
    for (let kill = 0; kill < KILLS; kill++) {
      await acknowledgeMore(client, someEvents())
      await collector.kill()
      // What was answered 200 is there, without anybody trying again.
      expect(await notStoredOnce(databaseUrl, client.acknowledged)).toEqual([])
      collector = await start(collector.port)
    }
    await client.finish()
    expect(client.unanswered).toBeGreaterThan(KILLS)
    expect(await notStoredOnce(databaseUrl, client.made)).toEqual([])
    console.info(
      `${client.made.length} events over ${KILLS} kills: 0 lost, 0 double`
    )
  })

  it("stores each event once over restarts of the database, and asks to come again meanwhile", async () => {
    const collector = await start()
    client = new RetryingClient(collector.url, TOKEN)
    for (let restart = 0; restart < RESTARTS; restart++) {
      await acknowledgeMore(client, someEvents())
      const seen = client.refusals.length
      if (restart % 2) {
        await server.stop()
      } else {
        signalProcess(server.pid, "SIGKILL")
        await server.ended
        // Nothing is left to stop; its folder is given back.
        await server.stop()
      }
      await waitFor("a refusal", async () =>
        (client?.refusals.length ?? 0) > seen ? true : null
      )
      server = await startServer(server.port)
    }
    await acknowledgeMore(client, 100)
    await client.finish()
    // The same process all the time: it found its database again by itself.
    expect(running).toHaveLength(1)
    for (const { status, retryAfter } of client.refusals) {
      expect([429, 503]).toContain(status)
      expect(Number(retryAfter)).toBeGreaterThan(0)
    }
    expect(await notStoredOnce(databaseUrl, client.made)).toEqual([])
  })

  it("acknowledges nothing on a full disk, and loses nothing", async () => {
    // What Postgres answers when a table cannot grow: a disk that others fill
    // too cannot be filled for a test. Only the function changes meanwhile,
    // which takes no lock on a table.
    const room = (body: string) =>
      askStore(
        databaseUrl,
        `create or replace function activity.room() returns trigger
           language plpgsql as $$ begin ${body} end $$`
      )
    await room("return new;")
    await askStore(
      databaseUrl,
      `create trigger room before insert on activity.event
         for each row execute function activity.room()`
    )
    const collector = await start()
    client = new RetryingClient(collector.url, TOKEN)
    await acknowledgeMore(client, 100)
    await room(
      `raise exception 'could not extend file: No space left on device'
         using errcode = 'disk_full';`
    )
    await waitFor("refusals", async () =>
      (client?.refusals.length ?? 0) > 20 ? true : null
    )
    expect(await notStoredOnce(databaseUrl, client.acknowledged)).toEqual([])
    for (const { status, retryAfter } of client.refusals) {
      expect(status).toBe(503)
      expect(Number(retryAfter)).toBeGreaterThan(0)
    }
    await room("return new;")
    await acknowledgeMore(client, 100)
    await client.finish()
    expect(await notStoredOnce(databaseUrl, client.made)).toEqual([])
  })
})

describe("a shop that dies with the collector in it", () => {
  let packed: PackedShop
  let database: ShopDatabase
  let shop: AppProcess | undefined

  beforeAll(async () => {
    packed = await preparePackedShop()
    database = await createShopDatabase(packed, "collector-kill")
  })
  afterAll(async () => {
    await shop?.kill()
    await database?.drop()
  })

  it(`stores each event once over ${SHOP_KILLS} kills`, async () => {
    const start = (port?: number) =>
      serveShop(packed, { databaseUrl: database.url, port })
    shop = await start()
    const client = new RetryingClient(shop.url, database.shop.publishable_key)
    for (let kill = 0; kill < SHOP_KILLS; kill++) {
      await acknowledgeMore(client, someEvents())
      await shop.kill()
      shop = await start(shop.port)
    }
    await client.finish()
    expect(client.unanswered).toBeGreaterThan(SHOP_KILLS)
    expect(await notStoredOnce(database.url, client.made)).toEqual([])
  })
})
