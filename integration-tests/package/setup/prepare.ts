import { existsSync } from "node:fs"
import { mkdir, readFile, rm, writeFile } from "node:fs/promises"
import path from "node:path"

import { fingerprint } from "../../../scripts/start/fingerprint"

import { packPlugin } from "./pack"
import { exclusively, placeOfThisClone, ROOT } from "./place"
import { runCommand } from "./run-command"
import {
  buildOf,
  SHOP_FILES,
  shopManifest,
  storefrontManifest,
} from "./shop-files"

/** What suites of the packed plugin work on. */
export type PackedShop = {
  /** Folder of this clone for what is made once. */
  place: string
  /** A stranger's shop, with its sources and dependencies. */
  folder: string
  /** What `medusa build` made of it; production runs here. */
  build: string
  /** Our package as npm unpacked it into the shop. */
  plugin: string
  /** A storefront that has js-sdk and our package, nothing of the server. */
  storefront: string
  /** Changes with anything the above is made of. */
  fingerprint: string
}

/** What is packed, and what does it. */
const SOURCES = [
  "src",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "tsconfig.browser.json",
  "medusa-config.ts",
  "integration-tests/package/setup/pack.ts",
  "integration-tests/package/setup/shop-files.ts",
]

/** How far the last preparation came. */
type Stamp = {
  fingerprint: string
  dependencies: string
  /** Process that prepared. */
  process: number
  /** Why it came to nothing. */
  failure?: string
}

/**
 * Packs the plugin, installs it into a new Medusa shop beside the official
 * gift-card plugin and builds that shop. Done once for all suites, and again
 * when a source changed; dependencies are installed anew when `package.json`
 * changed. Takes minutes.
 */
export async function preparePackedShop(): Promise<PackedShop> {
  const place = await placeOfThisClone()
  const folder = path.join(place, "shop")
  const shop: PackedShop = {
    place,
    folder,
    build: buildOf(folder),
    plugin: path.join(folder, "node_modules", "medusa-plugin-cornerstore"),
    storefront: path.join(place, "storefront"),
    fingerprint: fingerprint(ROOT, SOURCES, [process.version]),
  }
  await exclusively(place, () => bringUpToDate(shop))
  return shop
}

async function bringUpToDate(shop: PackedShop): Promise<void> {
  const file = path.join(shop.place, "prepared.json")
  const stamp = await readStamp(file)
  if (stamp?.fingerprint === shop.fingerprint && !stamp.failure) {
    return
  }
  // The next suite of this run would fail alike, minutes later.
  if (stamp?.failure && stamp.process === process.pid) {
    throw new Error(stamp.failure)
  }
  const dependencies = fingerprint(
    ROOT,
    ["package.json"],
    [process.version, shopManifest(""), storefrontManifest("")]
  )
  const write = (failure?: string) =>
    writeFile(
      file,
      JSON.stringify({
        fingerprint: shop.fingerprint,
        dependencies,
        process: process.pid,
        failure,
      } satisfies Stamp)
    )
  try {
    await rm(file, { force: true })
    if (stamp?.dependencies !== dependencies) {
      await startAfresh(shop)
    }
    await install(shop, await packPlugin(shop.place))
    await build(shop)
    await write()
  } catch (error) {
    await write(error instanceof Error ? error.message : String(error))
    throw error
  }
}

async function startAfresh({ folder, storefront }: PackedShop): Promise<void> {
  await Promise.all(
    [folder, storefront].map((each) =>
      rm(each, { recursive: true, force: true })
    )
  )
}

async function install(shop: PackedShop, tarball: string): Promise<void> {
  const { folder, storefront } = shop
  await writeFiles(folder, { "package.json": shopManifest(tarball) })
  await npmInstall("Installing the packed plugin into a shop", folder, shop)
  await writeFiles(storefront, { "package.json": storefrontManifest(tarball) })
  await npmInstall("Installing it into a storefront", storefront, shop)
}

async function npmInstall(
  title: string,
  cwd: string,
  { place }: PackedShop
): Promise<void> {
  await runCommand({
    title,
    words: [
      "npm",
      "install",
      "--prefer-offline",
      "--no-audit",
      "--no-fund",
      "--loglevel=http",
    ],
    cwd,
    logs: path.join(place, "logs"),
  })
}

async function build(shop: PackedShop): Promise<void> {
  await rm(path.join(shop.folder, "src"), { recursive: true, force: true })
  await writeFiles(shop.folder, SHOP_FILES)
  await runCommand({
    title: "Building the shop and its dashboard",
    words: ["npm", "run", "build"],
    cwd: shop.folder,
    logs: path.join(shop.place, "logs"),
  })
}

async function writeFiles(
  folder: string,
  files: Record<string, string>
): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, content)
  }
}

async function readStamp(file: string): Promise<Stamp | undefined> {
  return existsSync(file)
    ? (JSON.parse(await readFile(file, "utf8")) as Stamp)
    : undefined
}
