import { existsSync } from "node:fs"
import { rm } from "node:fs/promises"
import path from "node:path"

import { findBinaries } from "./binaries"
import { guard } from "./guard"
import { clusterFolder, diskFull, initialise } from "./initialise"
import { launch, type Launched, logFile } from "./launch"
import { releaseOwnership, takeOwnership } from "./owner"
import { cleanUpAfterCrash, shutDown } from "./pid-file"
import { ownFolder, placeFor, reachableBinaries } from "./placement"
import { freePort } from "./ports"
import { isDiskFull, SetupError } from "./setup-error"
import { serverUser } from "./system-user"

export type PostgresOptions = {
  /**
   * Folder for the data, its log and its marker; made when it is missing. See
   * `PostgresServer.dataDir` for where root's data goes.
   */
  dataDir: string
  /** TCP port on 127.0.0.1; a free one when left out. */
  port?: number
  /** Superuser of a new cluster. */
  user: string
  password: string
  /** More arguments for the server, e.g. `["-c", "fsync=off"]`. */
  flags?: string[]
  /** Told what happens when it takes a while, in words for a person. */
  onProgress?: (message: string) => void
}

export type PostgresServer = {
  /** Connection string for a database of this server. */
  url(database: string): string
  /** Shuts the server down and waits for it; a second call waits for the first. */
  stop(): Promise<void>
  /** Resolves when the server has ended, whether it was asked to or not. */
  ended: Promise<void>
  port: number
  pid: number
  /**
   * Where the data is: the folder asked for, or, for root in a folder nobody
   * else can enter (/root), one below /var/lib.
   */
  dataDir: string
  logFile: string
}

/**
 * Starts PostgreSQL 18 from npm on a data folder, making the folder on first
 * use. An earlier start that was cut short is cleaned up: a half-made cluster
 * is made again, a server left behind by a killed process is shut down, a stale
 * pid file removed. The server ends with this process, however that ends.
 *
 * @throws SetupError one sentence that says what is wrong and what to do
 */
export async function startPostgres(
  options: PostgresOptions
): Promise<PostgresServer> {
  const say = options.onProgress ?? (() => undefined)
  const systemUser = serverUser()
  const wanted = path.resolve(options.dataDir)
  const place = placeFor(wanted, systemUser)
  try {
    if (place !== wanted) {
      say(`${wanted} is closed to the database's user, using ${place}`)
    }
    await ownFolder(place, systemUser)
    const installed = await findBinaries()
    const binaries = await reachableBinaries(installed, place, systemUser)
    const { user, password } = options
    const spec = { place, binaries, systemUser, user, password }

    await claim(place)
    try {
      if (await cleanUpAfterCrash(clusterFolder(place))) {
        say("cleaned up after a run that was cut short")
      }
      if (await initialise(spec)) {
        say("made a new database cluster")
      }
      const port = options.port ?? (await freePort())
      const launched = await launch(spec, port, options.flags ?? [])
      return describe(launched, { ...options, port }, place)
    } catch (error) {
      await releaseOwnership(ownerFile(place))
      throw error
    }
  } catch (error) {
    throw isDiskFull(error) && !(error instanceof SetupError)
      ? diskFull(place)
      : error
  }
}

/**
 * Stops whatever server runs on a data folder and removes the folder, also
 * where root's data was put elsewhere.
 *
 * @throws SetupError when another living process uses the data
 */
export async function removePostgres(dataDir: string): Promise<void> {
  const wanted = path.resolve(dataDir)
  const systemUser = serverUser()
  for (const place of new Set([placeFor(wanted, systemUser), wanted])) {
    if (existsSync(place)) {
      await claim(place)
      await cleanUpAfterCrash(clusterFolder(place))
      await rm(place, { recursive: true, force: true })
    }
  }
}

function ownerFile(place: string): string {
  return path.join(place, "owner.json")
}

async function claim(place: string): Promise<void> {
  const holder = await takeOwnership(ownerFile(place))
  if (holder) {
    throw new SetupError(
      `The database in ${place} is in use by process ${holder.pid}: stop that one first (Ctrl-C in its terminal, or kill ${holder.pid}).`
    )
  }
}

function describe(
  { child, pid }: Launched,
  options: PostgresOptions & { port: number },
  place: string
): PostgresServer {
  const { user, password, port } = options
  const dismissGuard = guard({ pid, signal: "SIGINT", user: serverUser() })
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => {
      dismissGuard()
      resolve()
    })
  })
  let stopping: Promise<void> | undefined
  const stop = async () => {
    child.ref()
    await shutDown(pid)
    await ended
    await releaseOwnership(ownerFile(place))
  }
  const credentials = [user, password].map(encodeURIComponent).join(":")
  return {
    url: (database) =>
      `postgres://${credentials}@127.0.0.1:${port}/${encodeURIComponent(database)}`,
    stop: () => (stopping ??= stop()),
    ended,
    port,
    pid,
    dataDir: place,
    logFile: logFile(place),
  }
}
