import { execFileSync, spawnSync } from "node:child_process"
import { existsSync, readFileSync, realpathSync } from "node:fs"
import { homedir } from "node:os"
import path from "node:path"

import { launchNode, untilServing } from "../helpers/app-process"
import { migrateStore } from "../helpers/collector-process"
import { createTestDatabase } from "../helpers/database"
import { freePort } from "../../scripts/postgres"
import { filesBelow } from "./setup/files"
import { SECRET } from "./setup/pack"
import { ROOT } from "./setup/place"
import { type PackedShop, preparePackedShop } from "./setup/prepare"
import { shopManifest } from "./setup/shop-files"

jest.setTimeout(900_000)

/** What Medusa and our users load; the dashboard and the pages are bundled. */
const COMPILED = ".medusa/server/src"
const BUNDLED = ["admin/", "web/"]

describe("the tarball", () => {
  let packed: PackedShop
  let files: string[]

  beforeAll(async () => {
    packed = await preparePackedShop()
    files = filesBelow(packed.plugin)
  })

  it("has every route, workflow, subscriber, job, link, policy and migration of the source, and no other", () => {
    const server = (file: string) =>
      !BUNDLED.some((folder) => file.startsWith(folder)) &&
      !file.includes("__tests__/")
    const source = filesBelow(path.join(ROOT, "src"))
      .filter(server)
      .filter((file) => file.endsWith(".ts"))
      .map((file) => file.replace(/\.ts$/, ".js"))
    const compiled = files
      .filter((file) => file.startsWith(`${COMPILED}/`))
      .map((file) => file.slice(COMPILED.length + 1))
      .filter((file) => server(file) && file.endsWith(".js"))
    for (const folder of [
      "api/",
      "workflows/",
      "subscribers/",
      "jobs/",
      "links/",
      "policies/",
      "modules/delivery/migrations/",
    ]) {
      expect(source.some((file) => file.startsWith(folder))).toBe(true)
    }
    expect(compiled).toEqual(source)
    expect(
      files.filter((file) => file.startsWith(`${COMPILED}/admin/`))
    ).toEqual(
      expect.arrayContaining(
        ["index.js", "index.mjs"].map((file) => `${COMPILED}/admin/${file}`)
      )
    )
  })

  it("has every browser page with all it loads", () => {
    const manifest = JSON.parse(
      readFileSync(path.join(packed.plugin, "assets/web/manifest.json"), "utf8")
    ) as Record<string, { file: string; css?: string[]; assets?: string[] }>
    const loaded = Object.values(manifest).flatMap((entry) => [
      entry.file,
      ...(entry.css ?? []),
      ...(entry.assets ?? []),
    ])
    const pages = filesBelow(path.join(ROOT, "src/web")).filter((file) =>
      file.endsWith(".html")
    )
    expect(pages).toContain("tracker/index.html")
    for (const file of [...loaded, ...pages]) {
      expect(files).toContain(`assets/web/${file}`)
    }
  })

  it("has no tests, no shop of ours, no dependencies and nothing private", () => {
    const foreign =
      /__tests__|\.spec\.|(^|\/)(integration-tests|benchmarks|scripts|node_modules)\/|medusa-config|tsconfig|(^|\/)\.env|\.log$|\.tgz$/
    expect(files.filter((file) => foreign.test(file))).toEqual([])

    const privacies = [SECRET, ROOT, packed.place, realpathSync(homedir())]
    const leaks = files.filter((file) => {
      const text = readFileSync(path.join(packed.plugin, file), "utf8")
      return privacies.some((word) => word !== "/" && text.includes(word))
    })
    expect(leaks).toEqual([])
  })

  it("was installed with the overrides that the README names", () => {
    const readme = readFileSync(path.join(ROOT, "README.md"), "utf8")
    const told = [...readme.matchAll(/```json\n([\s\S]*?)```/g)].map(
      ([, block]) => JSON.parse(block) as { overrides?: unknown }
    )
    const { overrides } = JSON.parse(shopManifest("")) as {
      overrides: unknown
    }
    expect(told).toContainEqual({ overrides })
  })

  it("leads from each export to a file", () => {
    const names = [
      ".",
      "./package.json",
      "./workflows",
      "./modules/delivery",
      "./.medusa/server/src/modules/delivery",
      "./providers/district-delivery",
      "./sdk",
      "./admin",
      "./options",
    ]
    const script = `
      const names = ${JSON.stringify(names)}
      const file = (name) => require.resolve(name.replace(/^\\./, "medusa-plugin-cornerstore"))
      console.log(JSON.stringify({
        files: names.map(file),
        config: Object.keys(require("medusa-plugin-cornerstore")),
        workflows: Object.keys(require("medusa-plugin-cornerstore/workflows")),
        provider: require("medusa-plugin-cornerstore/providers/district-delivery").default.services.map((each) => each.identifier),
      }))`
    const found = JSON.parse(runNode(packed.folder, ["-e", script])) as {
      files: string[]
      config: string[]
      workflows: string[]
      provider: string[]
    }
    expect(found.files.every((file) => existsSync(file))).toBe(true)
    expect(found.config).toContain("withCornerstore")
    expect(found.workflows).toEqual(
      expect.arrayContaining([
        "guardCartCompletion",
        "undoCartCompletion",
        "setDeliveryPricingContext",
        "markDeliveredWorkflow",
      ])
    )
    expect(found.provider).toEqual(["district-delivery"])
  })

  it("brings the collector as a command, which needs nothing of the shop", async () => {
    const command = path.join(
      packed.folder,
      "node_modules/.bin/cornerstore-collector"
    )
    const { NODE_OPTIONS: _options, JEST_WORKER_ID: _id, ...own } = process.env
    const env = { ...own, DATABASE_URL: "", ACTIVITY_DATABASE_URL: "" }
    const { status, stderr } = spawnSync(command, { env, encoding: "utf8" })
    expect(stderr).toContain("ACTIVITY_DATABASE_URL: is not set")
    expect(status).toBe(1)

    const database = await createTestDatabase("packed-collector")
    try {
      await migrateStore(database.url)
      const port = await freePort()
      const collector = await launchNode({
        words: [command],
        cwd: packed.folder,
        env: {
          ...env,
          ACTIVITY_DATABASE_URL: database.url,
          PORT: String(port),
        },
        port,
        url: `http://localhost:${port}`,
      })
      await untilServing(collector, 20)
      const answer = await fetch(`${collector.url}/v1/track`, {
        method: "POST",
        body: JSON.stringify({ writeKey: "pk_unknown", event: "A" }),
      })
      expect(answer.status).toBe(401)
      await collector.stop()
      expect(await collector.ended).toMatchObject({ code: 0 })
    } finally {
      await database.drop()
    }
  })

  describe("in a storefront with js-sdk and nothing of the server", () => {
    it("brings no server along", () => {
      const installed = filesBelow(
        path.join(packed.storefront, "node_modules/@medusajs")
      ).map((file) => file.split("/")[0])
      expect([...new Set(installed)]).toEqual(
        expect.not.arrayContaining(["medusa", "framework", "utils"])
      )
    })
  })
})

function runNode(cwd: string, args: string[]): string {
  const { NODE_OPTIONS: _options, ...env } = process.env
  return execFileSync(process.execPath, args, { cwd, env, encoding: "utf8" })
}
