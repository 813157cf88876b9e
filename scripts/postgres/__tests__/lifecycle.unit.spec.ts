import { existsSync } from "node:fs"
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"

import {
  createDatabase,
  type PostgresServer,
  removePostgres,
  startPostgres,
  withClient,
} from ".."

jest.setTimeout(60_000)

describe("embedded PostgreSQL, started", () => {
  let folder: string
  let server: PostgresServer | undefined
  const told: string[] = []

  const start = async (port?: number) => {
    server = await startPostgres({
      dataDir: path.join(folder, "data"),
      port,
      user: "shop",
      password: "p@ss word/",
      flags: ["-c", "fsync=off"],
      onProgress: (message) => told.push(message),
    })
    return server
  }
  const read = (database: string, sql: string) =>
    withClient(database, async (client) => (await client.query(sql)).rows)

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "postgres-"))
    // Run by root, the server's user has to get in.
    await chmod(folder, 0o755)
  })
  beforeEach(() => {
    told.length = 0
  })
  afterEach(async () => {
    await server?.stop()
    server = undefined
  })
  afterAll(() => rm(folder, { recursive: true }))

  it("keeps its data from one start to the next, on loopback only", async () => {
    const first = await start()
    const shop = await createDatabase(first, "Shop 1")
    await createDatabase(first, "Shop 1")
    await read(shop, "create table bread as select 7 as loaves")
    expect(await read(shop, "show listen_addresses")).toEqual([
      { listen_addresses: "127.0.0.1" },
    ])
    expect(await read(shop, "show unix_socket_directories")).toEqual([
      { unix_socket_directories: "" },
    ])
    expect(await read(shop, "show fsync")).toEqual([{ fsync: "off" }])
    await first.stop()
    await first.ended

    told.length = 0
    const second = await start()
    expect(told).toEqual([])
    expect(await read(second.url("Shop 1"), "table bread")).toEqual([
      { loaves: 7 },
    ])
  })

  it("refuses a second server on the same data", async () => {
    await start()
    const owner = server
    await expect(start()).rejects.toThrow(
      `in use by process ${process.pid}: stop that one first`
    )
    server = owner
  })

  it("ends what a killed process left running, and keeps its data", async () => {
    const orphan = await start()
    // What remains after kill -9: the server, and an owner that is no more.
    const owner = path.join(orphan.dataDir, "owner.json")
    await writeFile(owner, JSON.stringify({ pid: process.pid, started: "0" }))

    const next = await start()
    await orphan.ended
    expect(told).toEqual(["cleaned up after a run that was cut short"])
    expect(await read(next.url("Shop 1"), "table bread")).toHaveLength(1)
  })

  it("takes no other program for the server of a stale pid file", async () => {
    const first = await start()
    await first.stop()
    const pidFile = path.join(first.dataDir, "cluster", "postmaster.pid")
    await writeFile(pidFile, `${process.pid}\n`)

    await start()
    expect(await readFile(pidFile, "utf8")).toMatch(`${server?.pid}\n`)
  })

  it("makes a cluster again whose making was cut short", async () => {
    const first = await start()
    await first.stop()
    await rm(path.join(first.dataDir, "initialised.json"))

    const second = await start()
    expect(told).toEqual(["made a new database cluster"])
    await expect(read(second.url("Shop 1"), "select 1")).rejects.toThrow(
      /does not exist/
    )
  })

  it("names a port that is taken", async () => {
    const { port, dataDir } = await start()
    const other = startPostgres({
      dataDir: path.join(folder, "other"),
      port,
      user: "shop",
      password: "x",
    })
    await expect(other).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`)
    await expect(removePostgres(dataDir)).rejects.toThrow(/in use by process/)
    await server?.stop()
    await removePostgres(dataDir)
    expect(existsSync(dataDir)).toBe(false)
  })
})
