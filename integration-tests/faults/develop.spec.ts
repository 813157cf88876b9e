import path from "node:path"

import type { SystemHealthResponse } from "../../src/sdk/types"
import { Headers, PASSWORD, signIn } from "../helpers/actors"
import {
  AppProcess,
  AppProcessOptions,
  launchAppProcess,
  startAppProcess,
} from "../helpers/app-process"
import { createTestDatabase, TestDatabase } from "../helpers/database"
import { refusal } from "../helpers/http-client"

jest.setTimeout(300_000)

const ROOT = path.resolve(__dirname, "../..")
const EMAIL = "owner@example.com"

/**
 * Development mode compiles as it goes: worker threads, asset paths and hooks
 * take other ways there than in a build.
 */
describe("medusa develop", () => {
  let database: TestDatabase
  let app: AppProcess
  let admin: { headers: Headers }

  const options = (command: string[]): AppProcessOptions => ({
    cwd: ROOT,
    command,
    databaseUrl: database.url,
    env: { NODE_ENV: "development", REDIS_URL: undefined },
  })

  const finish = async (command: string[]) => {
    const child = await launchAppProcess(options(command))
    const { code } = await child.ended
    expect({ code, output: child.output() }).toMatchObject({ code: 0 })
  }

  beforeAll(async () => {
    database = await createTestDatabase("develop")
    await finish(["db:migrate", "--execute-safe-links"])
    await finish(["user", "--email", EMAIL, "--password", PASSWORD])
    app = await startAppProcess(options(["develop", "--no-lint"]))
    admin = {
      headers: await signIn(app.api, "user", {
        email: EMAIL,
        password: PASSWORD,
      }),
    }
  })
  afterAll(async () => {
    // SIGTERM reaches the watcher only, which leaves its server behind.
    await app?.kill()
    await database?.drop()
  })

  it("runs worker threads and says that all is well", async () => {
    const { data } = await app.api.get<SystemHealthResponse>(
      "/admin/system/health",
      admin
    )
    const status = Object.fromEntries(
      data.checks.map((check) => [check.name, check.status])
    )
    expect(status).toMatchObject({
      database: "ok",
      redis: "off",
      worker_threads: "ok",
    })
    expect(data.processes.filter(({ alive }) => alive)).toHaveLength(1)
  })

  it("streams the clock", async () => {
    const controller = new AbortController()
    const response = await fetch(`${app.url}/admin/system/clock`, {
      headers: { ...admin.headers, accept: "text/event-stream" },
      signal: controller.signal,
    })
    expect(response.headers.get("content-type")).toContain("text/event-stream")
    expect(response.headers.get("cache-control")).toContain("no-transform")
    let text = ""
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true })
      if ((text.match(/event: tick/g) ?? []).length >= 2) {
        break
      }
    }
    controller.abort()
    expect(text).toMatch(/event: tick\ndata: \{"now":"/)
  })

  it("serves the tracker's page with its built assets, and our routes", async () => {
    const token = "A".repeat(43)
    const page = await app.api.get<string>(`/track/${token}`)
    const asset =
      /(?:src|href)="([^"]+\.(?:js|css))"/.exec(page.data)?.[1] ?? ""
    const file = await fetch(new URL(asset, `${app.url}/track/${token}`))
    expect([asset !== "", file.status]).toEqual([true, 200])
    const unknown = await refusal(app.api.get(`/track/${token}/state`))
    expect(unknown.status).toBe(404)
    const districts = await app.api.get<{ count: number }>(
      "/admin/delivery/districts",
      admin
    )
    expect(districts.data.count).toBe(0)
  })
})
