import { spawn } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { chown, rm, writeFile } from "node:fs/promises"
import path from "node:path"

import { type PostgresBinaries, program } from "./binaries"
import { ownFolder } from "./placement"
import { isDiskFull, SetupError } from "./setup-error"
import type { SystemUser } from "./system-user"

export type ClusterSpec = {
  /** Folder that holds the cluster, its marker and its log. */
  place: string
  binaries: PostgresBinaries
  systemUser: SystemUser
  user: string
  password: string
}

/** The cluster's own folder (PGDATA). */
export function clusterFolder(place: string): string {
  return path.join(place, "cluster")
}

/**
 * Makes the cluster unless a complete one is there. The marker is written after
 * `initdb` has ended well: a folder without it is half of an earlier start and
 * is made again.
 *
 * @returns true when a cluster was made
 * @throws SetupError when the data belongs to another major version or the disk is full
 */
export async function initialise(spec: ClusterSpec): Promise<boolean> {
  const { place, binaries } = spec
  const cluster = clusterFolder(place)
  const marker = path.join(place, "initialised.json")
  if (existsSync(marker) && existsSync(path.join(cluster, "PG_VERSION"))) {
    checkVersion(cluster, binaries)
    return false
  }
  await rm(marker, { force: true })
  await rm(cluster, { recursive: true, force: true })
  await ownFolder(cluster, spec.systemUser)
  await runInitdb(spec, cluster)
  await writeFile(marker, JSON.stringify({ version: binaries.version }))
  return true
}

/** Only what the server needs: a caller's PGDATA or PGPORT must not leak in. */
export function serverEnvironment(
  env: NodeJS.ProcessEnv = process.env
): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(([name]) => !name.startsWith("PG"))
  return { ...Object.fromEntries(own), LC_ALL: "C", LANGUAGE: "C" }
}

function checkVersion(cluster: string, binaries: PostgresBinaries): void {
  const data = readFileSync(path.join(cluster, "PG_VERSION"), "utf8").trim()
  const [server] = binaries.version.split(".")
  if (data !== server) {
    throw new SetupError(
      `The data in ${cluster} was written by PostgreSQL ${data} and the installed server is ${server}: install the earlier version and dump the data, or remove it with "npm run reset".`
    )
  }
}

async function runInitdb(spec: ClusterSpec, cluster: string): Promise<void> {
  const passwordFile = path.join(spec.place, "password")
  await writeFile(passwordFile, spec.password, { mode: 0o600 })
  const { uid, gid } = spec.systemUser
  if (uid !== undefined && gid !== undefined) {
    await chown(passwordFile, uid, gid)
  }
  try {
    await execute(spec, [
      `--pgdata=${cluster}`,
      `--username=${spec.user}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // The same sorting and upper case on every system, whatever it has installed.
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      "--no-sync",
      "--no-instructions",
    ])
  } finally {
    await rm(passwordFile, { force: true })
  }
}

function execute(spec: ClusterSpec, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program(spec.binaries, "initdb"), args, {
      ...spec.systemUser,
      cwd: spec.place,
      env: serverEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    })
    let output = ""
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()))
    child.once("error", (error) => reject(cannotRun(error)))
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(initFailed(output, spec.place))
    )
  })
}

/** The programs exist but the system cannot load them, e.g. on Alpine (musl). */
export function cannotRun(error: Error): SetupError {
  return new SetupError(
    `The PostgreSQL server that npm installed does not run on this system (${error.message}): set DATABASE_URL to a PostgreSQL server of your own.`
  )
}

function initFailed(output: string, place: string): SetupError {
  if (isDiskFull(output)) {
    return diskFull(place)
  }
  const cause = output
    .split("\n")
    .find((line) => /error|fatal|could not|cannot/i.test(line))
  return new SetupError(
    `PostgreSQL could not make its data folder ${place} (${cause?.trim() ?? "no reason given"}): put that right and start again.`
  )
}

/** The sentence for a full disk, the same wherever it is met. */
export function diskFull(place: string): SetupError {
  return new SetupError(
    `The disk that holds ${place} is full: make room (about 2 GB) and start again.`
  )
}
