import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { createServer, type Server } from "node:http"
import { tmpdir } from "node:os"
import path from "node:path"

import { checkShop } from "../check-shop"
import { readStorefrontSettings, storefrontEnvironment } from "../settings"
import { copySources, wantedOf, workspaceOf } from "../workspace"

const ROOT = path.resolve(__dirname, "../../..")

describe("settings of the storefront", () => {
  let folder: string
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "storefront-"))))
  afterEach(() => rmSync(folder, { recursive: true }))

  const demo = (content: object) => {
    const file = path.join(folder, "demo.json")
    writeFileSync(file, JSON.stringify(content))
    return file
  }

  it("are those of the demo shop when the environment names no key", async () => {
    const file = demo({
      url: "http://localhost:9000/",
      publishable_key: "pk_demo",
      region_id: "reg_1",
    })
    expect(await readStorefrontSettings({}, file)).toEqual({
      port: 8000,
      shopUrl: "http://localhost:9000",
      publishableKey: "pk_demo",
      regionId: "reg_1",
      timeZone: "America/Los_Angeles",
      name: undefined,
    })
  })

  it("are those of the environment when it names a key", async () => {
    const env = {
      MEDUSA_PUBLISHABLE_KEY: "pk_own",
      MEDUSA_BACKEND_URL: "https://shop.example.com",
      SHOP_TIME_ZONE: "Europe/Berlin",
      STOREFRONT_PORT: "8100",
    }
    const settings = await readStorefrontSettings(env, "/nowhere/demo.json")
    expect(settings).toMatchObject({
      port: 8100,
      shopUrl: "https://shop.example.com",
      timeZone: "Europe/Berlin",
    })
    expect(storefrontEnvironment(settings, { PATH: "/bin" })).toMatchObject({
      PATH: "/bin",
      MEDUSA_BACKEND_URL: "https://shop.example.com",
      MEDUSA_PUBLISHABLE_KEY: "pk_own",
      NEXT_TELEMETRY_DISABLED: "1",
    })
  })

  it.each([
    [{}, "/nowhere/demo.json", /start it with npm start/],
    [{ STOREFRONT_PORT: "door" }, undefined, /STOREFRONT_PORT is "door"/],
    [
      { MEDUSA_PUBLISHABLE_KEY: "pk", MEDUSA_BACKEND_URL: "shop" },
      undefined,
      /must begin with http/,
    ],
  ])("refuses %j with what to do", async (env, file, sentence) => {
    const known = demo({
      url: "http://x",
      publishable_key: "pk",
      region_id: null,
    })
    await expect(readStorefrontSettings(env, file ?? known)).rejects.toThrow(
      sentence
    )
  })

  it("says that a shop without the demo has no key to offer", async () => {
    const file = demo({
      url: "http://x",
      publishable_key: null,
      region_id: null,
    })
    await expect(readStorefrontSettings({}, file)).rejects.toThrow(
      /set MEDUSA_PUBLISHABLE_KEY/
    )
  })
})

describe("asking the shop before anything is built", () => {
  let server: Server
  let shopUrl: string
  let answer: { status: number; origin?: string }

  beforeAll(async () => {
    server = createServer((_, response) => {
      const { status, origin } = answer
      const headers = origin ? { "access-control-allow-origin": origin } : {}
      response.writeHead(status, headers).end("{}")
    })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const address = server.address()
    const port = typeof address === "object" ? address?.port : 0
    shopUrl = `http://127.0.0.1:${port}`
  })
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve))
  })

  const check = () => checkShop({ shopUrl, publishableKey: "pk", port: 8000 })

  it("passes when it lets the storefront in", async () => {
    answer = { status: 200, origin: "http://localhost:8000" }
    await check()
  })

  it.each([
    [{ status: 400 }, /does not know this publishable key/],
    [{ status: 503 }, /answers with status 503/],
    [{ status: 200 }, /STORE_CORS=http:\/\/localhost:8000/],
    [
      { status: 200, origin: "http://localhost:3000" },
      /lets no pages of http:\/\/localhost:8000 in/,
    ],
  ])("refuses %j", async (given, sentence) => {
    answer = given
    await expect(check()).rejects.toThrow(sentence)
  })

  it("says that nothing answers", async () => {
    await expect(
      checkShop({
        shopUrl: "http://127.0.0.1:1",
        publishableKey: "pk",
        port: 8000,
      })
    ).rejects.toThrow(/Nothing answers at http:\/\/127.0.0.1:1/)
  })
})

describe("the copy that is built", () => {
  let repository: string
  beforeEach(() => {
    repository = mkdtempSync(path.join(tmpdir(), "storefront-"))
    for (const file of [
      "package.json",
      "package-lock.json",
      "next.config.ts",
    ]) {
      cpSync(
        path.join(ROOT, "examples/storefront", file),
        path.join(repository, "examples/storefront", file)
      )
    }
    cpSync(path.join(ROOT, "src/sdk"), path.join(repository, "src/sdk"), {
      recursive: true,
    })
  })
  afterEach(() => rmSync(repository, { recursive: true }))

  const write = (file: string, text = "changed") => {
    mkdirSync(path.dirname(path.join(repository, file)), { recursive: true })
    writeFileSync(path.join(repository, file), text)
  }

  it("is built again for a change of the page or of the SDK, installed again for the lock file", () => {
    const before = wantedOf(repository)
    write("examples/storefront/next.config.ts")
    const page = wantedOf(repository)
    write("src/sdk/index.ts")
    const sdk = wantedOf(repository)
    expect(new Set([before.build, page.build, sdk.build]).size).toBe(3)
    expect([page.packages, sdk.packages]).toEqual([
      before.packages,
      before.packages,
    ])
    write("examples/storefront/package-lock.json", "{}")
    expect(wantedOf(repository).packages).not.toBe(before.packages)
  })

  it("leaves out what a developer's own work leaves in the folder", async () => {
    const before = wantedOf(repository)
    write("examples/storefront/node_modules/next/package.json")
    write("examples/storefront/.next/BUILD_ID")
    write("examples/storefront/.env.local")
    expect(wantedOf(repository)).toEqual(before)

    const workspace = workspaceOf(path.join(repository, ".cornerstore"))
    await copySources(repository, workspace)
    const copied = wantedOf(workspace.root)
    expect(copied).toEqual(before)
  })

  it("loses what is gone and keeps its packages", async () => {
    const workspace = workspaceOf(path.join(repository, ".cornerstore"))
    const app = path.relative(repository, workspace.app)
    write("examples/storefront/lib/old.ts")
    await copySources(repository, workspace)
    write(`${app}/node_modules/next/package.json`, "{}")
    rmSync(path.join(repository, "examples/storefront/lib"), {
      recursive: true,
    })
    await copySources(repository, workspace)
    expect(existsSync(path.join(workspace.app, "lib"))).toBe(false)
    expect(existsSync(path.join(workspace.app, "node_modules/next"))).toBe(true)
  })
})
