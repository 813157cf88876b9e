import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"

import { freePort } from "../../postgres"
import type { StartContext } from "../context"
import { readJson, writeJson } from "../json-file"
import { pathsOf } from "../paths"
import { createProgress } from "../progress"
import {
  choosePort,
  simulatorEnvironment,
  type Simulators,
  startSimulators,
} from "../simulators"
import { createTeardown, type Teardown } from "../teardown"

const ROOT = path.resolve(__dirname, "../../..")
const SLOW_MS = 60_000

describe("the port of the Dutchie simulator", () => {
  const taken =
    (...ports: number[]) =>
    (port: number) =>
      Promise.resolve(!ports.includes(port))
  const fresh = { kept: undefined, seeded: false, shop: 9000 }

  it("is 9100 or the next that neither the shop nor anybody else has", async () => {
    expect(await choosePort(fresh, taken())).toBe(9100)
    expect(await choosePort(fresh, taken(9100))).toBe(9101)
    expect(await choosePort({ ...fresh, shop: 9100 }, taken(9101))).toBe(9102)
  })

  it("stays the one that the shop's connection names", async () => {
    const seeded = { kept: 9105, seeded: true, shop: 9000 }
    expect(await choosePort(seeded, taken())).toBe(9105)
    expect(await choosePort(seeded, taken(9105))).toBeUndefined()
    expect(await choosePort({ ...seeded, seeded: false }, taken(9105))).toBe(
      9106
    )
  })
})

it("tells the seed where the register is, or nothing", () => {
  expect(simulatorEnvironment({}, { dutchie: null })).toEqual({})
  expect(
    simulatorEnvironment({}, { dutchie: "http://127.0.0.1:9100" })
  ).toEqual({
    CORNERSTORE_DUTCHIE_URL: "http://127.0.0.1:9100",
    CORNERSTORE_DUTCHIE_KEY: expect.stringMatching(/./),
  })
})

describe("beside the shop", () => {
  let home: string
  let lines: string[]
  let teardown: Teardown

  const contextWith = (env: NodeJS.ProcessEnv): StartContext => ({
    paths: {
      ...pathsOf(ROOT),
      home,
      logs: path.join(home, "logs"),
      state: path.join(home, "state.json"),
    },
    settings: { port: 9000, backendUrl: "http://localhost:9000" },
    database: { url: "postgres://localhost/none" },
    env: { ...process.env, CORNERSTORE_DUTCHIE_URL: "", ...env },
    progress: createProgress({
      write: (text: string) => Boolean(lines.push(text)),
    }),
    signal: new AbortController().signal,
    medusa: "",
  })
  const start = (seeded: boolean, env: NodeJS.ProcessEnv = {}) =>
    startSimulators(contextWith(env), teardown, seeded)
  const control = async (
    { dutchie }: Simulators,
    route: string,
    body?: object
  ) => {
    const answer = await fetch(`${dutchie}/__sim${route}`, {
      method: body ? "POST" : "GET",
      headers: { "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    expect(answer.ok).toBe(true)
    return (await answer.json()) as { products: unknown }
  }

  beforeEach(async () => {
    home = await mkdtemp(path.join(tmpdir(), "simulators-"))
    lines = []
    teardown = createTeardown((error) => {
      throw error
    })
    // Not the demo's: somebody may be running it on this machine.
    await writeJson(path.join(home, "state.json"), {
      app: "built",
      dutchie_port: await freePort(),
    })
  })
  afterEach(async () => {
    await teardown.run()
    await rm(home, { recursive: true })
  })

  it(
    "keeps its port and what it sells over a restart, and ends with the shop",
    async () => {
      const told = jest.spyOn(console, "error").mockImplementation()
      const first = await start(false)
      await control(first, "/seed", {
        products: [{ sku: "A", productName: "Gummies", price: 20 }],
      })
      await teardown.run()
      await expect(fetch(`${first.dutchie}/okcomputer`)).rejects.toThrow()
      expect(told).not.toHaveBeenCalled()

      teardown = createTeardown(() => undefined)
      const second = await start(true)
      expect(second).toEqual(first)
      expect(await control(second, "")).toMatchObject({ products: 1 })
      expect(await readJson(path.join(home, "state.json"))).toMatchObject({
        app: "built",
      })
      told.mockRestore()
    },
    SLOW_MS
  )

  it(
    "opens with the key of the environment",
    async () => {
      const { dutchie } = await start(false, { CORNERSTORE_DUTCHIE_KEY: "k1" })
      const ask = (key: string) =>
        fetch(`${dutchie}/whoami`, {
          headers: { authorization: `Basic ${btoa(`${key}:`)}` },
        })
      expect((await ask("k1")).status).toBe(200)
      expect((await ask("k2")).status).toBe(401)
    },
    SLOW_MS
  )

  it("gives way to a register of the owner's", async () => {
    const url = "https://register.example"
    expect(await start(false, { CORNERSTORE_DUTCHIE_URL: url })).toEqual({
      dutchie: url,
    })
    expect(lines).toEqual([])
  })

  it(
    "says so when it cannot start, and the shop opens all the same",
    async () => {
      await start(false)
      expect(await start(true)).toEqual({ dutchie: null })
      expect(lines.join("")).toMatch(/port \d+.* is taken by another program/)
      await expect(
        readFile(path.join(home, "logs", "dutchie.log"), "utf8")
      ).resolves.toMatch("127.0.0.1")
    },
    SLOW_MS
  )
})
