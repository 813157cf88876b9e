import { readdirSync } from "node:fs"
import { cp, mkdir, readdir, rm } from "node:fs/promises"
import path from "node:path"

import { fingerprint } from "../start/fingerprint"

const STOREFRONT = "examples/storefront"
const SDK = "src/sdk"
/** What a developer's own work in the folder leaves there. */
const GENERATED =
  /^(node_modules|\.next|next-env\.d\.ts|\.env.*|.*\.tsbuildinfo)$/

/**
 * A copy of the storefront and of the SDK it reads, laid out as in the
 * repository, in which it is installed and built. A running `npm run dev`
 * restarts on new files in the repository, but not on those in dot folders.
 */
export type Workspace = {
  root: string
  /** The storefront in it. */
  app: string
  state: string
  /** Which process is building. */
  owner: string
}

/** @param home - the repository's `.cornerstore` */
export function workspaceOf(home: string): Workspace {
  const root = path.join(home, "storefront")
  return {
    root,
    app: path.join(root, STOREFRONT),
    state: path.join(root, "state.json"),
    owner: path.join(root, "owner.json"),
  }
}

export type Wanted = {
  /** Of the packages; other machines get other binaries. */
  packages: string
  /** Of everything the build is made of. */
  build: string
}

/** What is there to be installed and built. */
export function wantedOf(repository: string): Wanted {
  const at = (file: string) => path.posix.join(STOREFRONT, file)
  const machine = [process.platform, process.arch, process.versions.modules]
  const packages = fingerprint(
    repository,
    [at("package.json"), at("package-lock.json")],
    machine
  )
  const build = fingerprint(
    repository,
    [...sourcesOf(repository).map(at), SDK],
    machine
  )
  return { packages, build }
}

/** Brings the copy up to date; its packages stay. */
export async function copySources(
  repository: string,
  { root, app }: Workspace
): Promise<void> {
  await mkdir(app, { recursive: true })
  const old = (await readdir(app)).filter((name) => name !== "node_modules")
  await Promise.all(
    old.map((name) => rm(path.join(app, name), { recursive: true }))
  )
  for (const name of sourcesOf(repository)) {
    await cp(path.join(repository, STOREFRONT, name), path.join(app, name), {
      recursive: true,
    })
  }
  await rm(path.join(root, SDK), { recursive: true, force: true })
  await cp(path.join(repository, SDK), path.join(root, SDK), {
    recursive: true,
  })
}

function sourcesOf(repository: string): string[] {
  return readdirSync(path.join(repository, STOREFRONT))
    .filter((name) => !GENERATED.test(name))
    .sort()
}
