import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"

import { freePort, SetupError } from "../../postgres"
import { parseArguments } from "../arguments"
import { banner } from "../banner"
import { describeUrl, explainConnection } from "../database"
import { demoFile } from "../demo"
import { lackOfSpace } from "../disk"
import { bakedVariables, fingerprint } from "../fingerprint"
import { readJson, writeJson } from "../json-file"
import { createProgress, seconds } from "../progress"
import { checkRedis, parseRedisUrl } from "../redis"
import { completeSecrets, loadSecrets, preferEnvironment } from "../secrets"
import { readSettings } from "../settings"
import { isDone, setDone } from "../state"
import { stopRequests } from "../stop-signals"
import { createTeardown } from "../teardown"

describe("npm start", () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "start-"))
  })
  afterEach(() => rm(folder, { recursive: true }))

  describe("arguments", () => {
    it("seeds and builds unless told otherwise", () => {
      expect(parseArguments([])).toEqual({
        dev: false,
        seed: true,
        help: false,
      })
      expect(parseArguments(["--dev", "--no-seed"])).toMatchObject({
        dev: true,
        seed: false,
      })
    })

    it("names an option that does not exist", () => {
      expect(() => parseArguments(["--prod"])).toThrow(/"--prod" is not/)
    })
  })

  describe("settings", () => {
    it("derives the address from the port", () => {
      expect(readSettings({})).toMatchObject({
        port: 9000,
        backendUrl: "http://localhost:9000",
        databaseUrl: undefined,
      })
      expect(readSettings({ PORT: "9100" }).backendUrl).toBe(
        "http://localhost:9100"
      )
      expect(
        readSettings({ PORT: "1", MEDUSA_BACKEND_URL: "https://shop.example/" })
          .backendUrl
      ).toBe("https://shop.example")
    })

    it.each(["0", "65536", "http", "90.5"])("refuses PORT=%s", (PORT) => {
      expect(() => readSettings({ PORT })).toThrow(SetupError)
    })

    it("refuses an address without a scheme", () => {
      expect(() =>
        readSettings({ MEDUSA_BACKEND_URL: "shop.example" })
      ).toThrow(/MEDUSA_BACKEND_URL/)
    })
  })

  describe("the owner's own database", () => {
    it("is named without user and password", () => {
      expect(describeUrl("postgres://me:secret@db.example/shop")).toBe(
        "db.example:5432/shop"
      )
    })

    it("must be PostgreSQL", () => {
      expect(() => describeUrl("mysql://db/shop")).toThrow(/postgres:\/\//)
    })

    it.each([
      ["28P01", /refuses the user or password/],
      ["3D000", /no database "shop"/],
      ["ECONNREFUSED", /No PostgreSQL server answers at db:5432\/shop/],
    ])("explains %s", (code, sentence) => {
      const error = Object.assign(new Error("x"), { code })
      expect(explainConnection("db:5432/shop", error)).toMatch(sentence)
    })
  })

  describe("Redis", () => {
    it("is named without its password", async () => {
      expect(parseRedisUrl("rediss://:secret@cache.example")).toEqual({
        host: "cache.example",
        port: 6379,
      })
      const port = await freePort()
      await expect(
        checkRedis(`redis://:secret@127.0.0.1:${port}`)
      ).rejects.toThrow(`No Redis answers at 127.0.0.1:${port} (ECONNREFUSED)`)
    })

    it("must be a Redis URL", () => {
      expect(() => parseRedisUrl("localhost:6379")).toThrow(/redis:\/\//)
    })
  })

  describe("secrets", () => {
    const file = () => path.join(folder, "secrets.json")

    it("are made once, usable, and readable by this user only", async () => {
      const first = await loadSecrets(file(), {})
      expect(await loadSecrets(file(), {})).toEqual(first)
      expect((await stat(file())).mode & 0o777).toBe(0o600)
      const [id, key] = first.CORNERSTORE_ENCRYPTION_KEYS.split(":")
      expect(id).toMatch(/^\w+$/)
      expect(Buffer.from(key, "base64")).toHaveLength(32)
      expect(new Set(Object.values(first)).size).toBe(4)
    })

    it("keep what was there when a new one is added", () => {
      const secrets = completeSecrets({ JWT_SECRET: "old" })
      expect(secrets.JWT_SECRET).toBe("old")
      expect(secrets.COOKIE_SECRET).toHaveLength(43)
    })

    it("come from the environment where it sets them", () => {
      const secrets = completeSecrets({ COOKIE_SECRET: "file" })
      const result = preferEnvironment(secrets, { JWT_SECRET: "env" })
      expect(result).toMatchObject({ JWT_SECRET: "env", COOKIE_SECRET: "file" })
    })

    it("are never replaced silently when the file is damaged", async () => {
      await writeFile(file(), "{")
      await expect(loadSecrets(file(), {})).rejects.toThrow(/not valid JSON/)
    })
  })

  describe("fingerprints", () => {
    beforeEach(async () => {
      await mkdir(path.join(folder, "src", "__tests__"), { recursive: true })
      await writeFile(path.join(folder, "src", "a.ts"), "a")
    })
    const now = (...values: string[]) => fingerprint(folder, ["src"], values)

    it("change with content, names and values", async () => {
      const before = now()
      expect(now()).toBe(before)
      expect(now("http://localhost:9100")).not.toBe(before)
      await writeFile(path.join(folder, "src", "a.ts"), "b")
      const changed = now()
      expect(changed).not.toBe(before)
      await writeFile(path.join(folder, "src", "b.ts"), "")
      expect(now()).not.toBe(changed)
    })

    it("do not change with tests or missing folders", async () => {
      const before = now()
      await writeFile(path.join(folder, "src", "__tests__", "a.ts"), "x")
      expect(now()).toBe(before)
      expect(fingerprint(folder, ["src", "none"])).toBe(before)
    })

    it("take the variables that the dashboard carries", () => {
      expect(
        bakedVariables({ PLUGIN_X: "1", MEDUSA_FF_RBAC: "true", HOME: "/" })
      ).toEqual(["MEDUSA_FF_RBAC=true", "PLUGIN_X=1"])
    })
  })

  it("repeats a step whose work changed or was forgotten", async () => {
    const file = path.join(folder, "state.json")
    expect(await isDone(file, "app", "1")).toBe(false)
    await setDone(file, "app", "1")
    await setDone(file, "web", "9")
    expect(await isDone(file, "app", "1")).toBe(true)
    expect(await isDone(file, "app", "2")).toBe(false)
    await setDone(file, "app", undefined)
    expect(await isDone(file, "app", "1")).toBe(false)
    expect(await isDone(file, "web", "9")).toBe(true)
  })

  it("reads a state that was cut short as nothing done", async () => {
    const file = path.join(folder, "state.json")
    await writeFile(file, '{"app": "1')
    expect(await readJson(file)).toEqual({})
    await writeJson(file, { app: "2" })
    expect(await readJson(file)).toEqual({ app: "2" })
  })

  it("says how much room is lacking", () => {
    expect(lackOfSpace(2 ** 40, true)).toBeUndefined()
    expect(lackOfSpace(2 ** 29, true)).toMatch(/Only 0\.5 GB .* needs 1\.0 GB/)
    expect(lackOfSpace(2 ** 29, false)).toBeUndefined()
  })

  it("shows a step when it starts and when it ends", async () => {
    const lines: string[] = []
    const progress = createProgress({
      write: (text: string) => Boolean(lines.push(text)),
    })
    await progress.step("baking", async (say) => say("oven is hot"))
    await expect(
      progress.step("selling", () => Promise.reject(new Error("closed")))
    ).rejects.toThrow("closed")
    expect(lines.map((line) => line.trimEnd())).toEqual([
      "  … baking",
      "    oven is hot",
      expect.stringMatching(/^ {2}✓ baking, \d+\.\d s$/),
      "  … selling",
      expect.stringMatching(/^ {2}✗ selling, \d+\.\d s$/),
    ])
    expect(seconds(0, 12_340)).toBe("12.3 s")
  })

  it("stops the last first and goes on when one fails", async () => {
    const events: string[] = []
    const teardown = createTeardown((error) => events.push(String(error)))
    teardown.add(async () => void events.push("lock"))
    teardown.add(async () => void events.push("database"))
    teardown.add(
      () => Promise.reject(new Error("app hangs")),
      () => events.push("app forced")
    )
    await teardown.run()
    expect(events).toEqual(["Error: app hangs", "database", "lock"])
    teardown.force()
    expect(events.at(-1)).toBe("app forced")
  })

  it("takes one Ctrl-C for one, though it arrives twice", () => {
    const events: string[] = []
    let time = 0
    const signal = stopRequests(
      () => events.push("stop"),
      () => events.push("force"),
      () => time
    )
    signal()
    time = 20
    signal()
    expect(events).toEqual(["stop"])
    time = 2_000
    signal()
    expect(events).toEqual(["stop", "force"])
  })

  describe("what is shown at the end", () => {
    const demo = {
      publishableKey: "pk_1",
      regionId: "reg_1",
      salesChannelId: "sc_1",
    }

    it("tells where to go and how to log in", () => {
      const text = banner("http://localhost:9000", demo)
      expect(text).toMatch("http://localhost:9000/app")
      expect(text).toMatch("owner@cornerstore.example / cornerstore-demo")
      expect(text).toMatch("pk_1")
      expect(text).not.toMatch("Dutchie")
      expect(
        banner("http://localhost:9000", demo, { dutchie: "http://pos" })
      ).toMatch("http://pos/__sim/counter")
      expect(banner("http://localhost:9000", undefined)).not.toMatch(
        "cornerstore-demo"
      )
    })

    it("is in demo.json for tools", () => {
      expect(demoFile("http://x", "postgres://x", demo)).toEqual({
        url: "http://x",
        admin: {
          email: "owner@cornerstore.example",
          password: "cornerstore-demo",
        },
        publishable_key: "pk_1",
        database_url: "postgres://x",
        region_id: "reg_1",
        sales_channel_id: "sc_1",
        simulators: {},
      })
      expect(demoFile("http://x", "postgres://x").publishable_key).toBeNull()
      expect(
        demoFile("http://x", "postgres://x", demo, { dutchie: "http://pos" })
          .simulators
      ).toEqual({ dutchie: "http://pos" })
    })
  })
})
