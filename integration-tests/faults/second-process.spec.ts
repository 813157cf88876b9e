import path from "node:path"

import { Client } from "@medusajs/framework/pg"

import { ProcessLock } from "../../src/modules/runtime/process/lock"
import {
  AppProcess,
  AppProcessOptions,
  launchAppProcess,
  startAppProcess,
} from "../helpers/app-process"
import { createTestDatabase, TestDatabase } from "../helpers/database"

jest.setTimeout(300_000)

const ROOT = path.resolve(__dirname, "../..")

describe("a second process without Redis", () => {
  const running: AppProcess[] = []
  let database: TestDatabase

  const options = (command: string[]): AppProcessOptions => ({
    cwd: ROOT,
    command,
    databaseUrl: database.url,
    // From source, so that the suite needs no build.
    env: { NODE_ENV: "development", REDIS_URL: undefined },
  })

  beforeAll(async () => {
    database = await createTestDatabase("second-process")
    const migration = await launchAppProcess(
      options(["db:migrate", "--execute-safe-links"])
    )
    const { code } = await migration.ended
    expect({ code, output: migration.output() }).toMatchObject({ code: 0 })
  })

  afterAll(async () => {
    await Promise.all(running.map((app) => app.kill()))
    await database.drop()
  })

  it("refuses in one sentence that names the first, which goes on serving and leaves nothing behind when it is killed", async () => {
    const first = await startAppProcess(options(["start"]))
    running.push(first)

    const second = await launchAppProcess(options(["start"]))
    running.push(second)
    expect(await second.ended).toMatchObject({ code: 1 })
    expect(second.output()).toContain(
      `Another Cornerstore process already serves this database; set REDIS_URL to run several, or stop process ${first.pid} on `
    )
    const ready = await first.api.get<string>("/health/ready")
    expect(ready.data).toMatch(/^database ok/)

    // As in a power cut: nothing of it may keep a successor out.
    await first.kill()
    const successor = new ProcessLock({
      connect: async () => {
        const client = new Client({ connectionString: database.url })
        await client.connect()
        return client
      },
      mode: "alone",
      owner: "1@successor",
      logger: console,
    })
    expect(await successor.acquire(5_000)).toEqual({ held: true })
    await successor.release()
  })
})
