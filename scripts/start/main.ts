import { existsSync } from "node:fs"
import { mkdir, rm } from "node:fs/promises"
import path from "node:path"

import {
  diskFull,
  isDiskFull,
  releaseOwnership,
  SetupError,
  takeOwnership,
} from "../postgres"
import { HELP, parseArguments, type StartArguments } from "./arguments"
import { banner } from "./banner"
import { buildApp, buildWeb } from "./build"
import { signalGroup, stopChild } from "./child"
import type { StartContext } from "./context"
import { checkExternal, startEmbedded } from "./database"
import { findDemo, seedOnce, whatIsSold, writeDemoFile } from "./demo"
import { isFull, requireSpace } from "./disk"
import { readJson } from "./json-file"
import { migrate } from "./migrate"
import { watchParent } from "./parent"
import { type Paths, pathsOf } from "./paths"
import { createProgress, seconds } from "./progress"
import { checkRedis } from "./redis"
import { loadSecrets } from "./secrets"
import { requirePort, serve, untilStopped, waitUntilServing } from "./serve"
import { readSettings } from "./settings"
import {
  NO_SIMULATORS,
  simulatorEnvironment,
  startSimulators,
} from "./simulators"
import { stopRequests } from "./stop-signals"
import { createTeardown, type Teardown } from "./teardown"

/**
 * `npm start`: takes a checkout to a serving shop and stays until it is stopped.
 *
 * @param root - absolute folder of the repository
 * @param args - the command line after the script's name
 * @returns the exit code
 */
export async function main(root: string, args: string[]): Promise<number> {
  const paths = pathsOf(root)
  const teardown = createTeardown((error) => console.error(sentence(error)))
  const interrupted = onStopSignals(teardown)
  try {
    const parsed = parseArguments(args)
    if (parsed.help) {
      console.log(HELP)
      return 0
    }
    await run(paths, parsed, teardown, interrupted)
    console.log("\nClosing the shop ...")
    return 0
  } catch (error) {
    if (interrupted.aborted) {
      return 130
    }
    // A child whose log could not be written gives no reason of its own.
    const full = isDiskFull(error) || (await isFull(nearest(paths.home)))
    const shown = full ? diskFull(paths.home) : error
    console.error(`\n${sentence(shown)}`)
    return 1
  } finally {
    await teardown.run()
  }
}

async function run(
  paths: Paths,
  { dev, seed }: StartArguments,
  teardown: Teardown,
  signal: AbortSignal
): Promise<void> {
  const started = Date.now()
  loadEnvFile(paths.root)
  const settings = readSettings(process.env)
  await mkdir(paths.home, { recursive: true })
  await claim(paths, teardown)
  // The file says that the shop serves, so it must not outlive an earlier run.
  await rm(paths.demo, { force: true })
  await requirePort(settings.port)
  await requireSpace(paths.home, !existsSync(paths.state))
  if (settings.redisUrl) {
    await checkRedis(settings.redisUrl)
  }

  const progress = createProgress(process.stdout)
  const { databaseUrl } = settings
  const database = databaseUrl
    ? await progress.step("reaching the database", () =>
        checkExternal(databaseUrl)
      )
    : await progress.step("starting the database", (say) =>
        startEmbedded(paths, say)
      )
  if (database.server) {
    const { stop, pid } = database.server
    teardown.add(stop, () => process.kill(pid, "SIGQUIT"))
  }
  const context: StartContext = {
    paths,
    settings,
    database,
    env: {
      ...process.env,
      ...(await loadSecrets(paths.secrets, process.env)),
      DATABASE_URL: database.url,
      PORT: String(settings.port),
      MEDUSA_BACKEND_URL: settings.backendUrl,
      // Node 22 and newer keep compiled code here: the next start is faster.
      NODE_COMPILE_CACHE:
        process.env.NODE_COMPILE_CACHE ?? path.join(paths.home, "cache/node"),
      MEDUSA_DISABLE_TELEMETRY: process.env.MEDUSA_DISABLE_TELEMETRY ?? "true",
    },
    progress,
    signal,
    medusa: path.join(paths.root, "node_modules/@medusajs/cli/cli.js"),
  }

  await migrate(context)
  const sold = await whatIsSold(database.url)
  // Before the seed, which connects the shop with it.
  const simulators =
    sold === "demo" || (seed && sold === "nothing")
      ? await startSimulators(context, teardown, sold === "demo")
      : NO_SIMULATORS
  if (seed) {
    const connected = simulatorEnvironment(context.env, simulators)
    const env = { ...context.env, ...connected }
    await seedOnce({ ...context, env }, sold)
  }
  await buildWeb(context)
  if (!dev) {
    await buildApp(context)
  }
  signal.throwIfAborted()
  const { child, show } = await serve(context, dev)
  teardown.add(
    () => stopChild(child),
    () => signalGroup(child, "SIGKILL")
  )
  try {
    await progress.step("opening the shop", () =>
      waitUntilServing(child, settings.port, signal)
    )
  } catch (error) {
    show(true)
    throw error
  }
  const demo = await findDemo(database.url)
  await writeDemoFile(context, demo, simulators)
  console.log(banner(settings.backendUrl, demo, simulators))
  console.log(`Serving after ${seconds(started)}.\n`)
  show()
  await untilStopped(child, context)
}

/** One start per folder: two would share a database and a build. */
async function claim(paths: Paths, teardown: Teardown): Promise<void> {
  const other = await takeOwnership(paths.owner)
  if (other) {
    const { url } = await readJson(paths.demo)
    const where = typeof url === "string" ? ` (${url})` : ""
    throw new SetupError(
      `Cornerstore already runs from this folder as process ${other.pid}${where}: use that one, or stop it first.`
    )
  }
  teardown.add(() => releaseOwnership(paths.owner))
}

/** A `.env` in the repository; what the shell has set stays. */
function loadEnvFile(root: string): void {
  const file = path.join(root, ".env")
  if (existsSync(file)) {
    process.loadEnvFile(file)
  }
}

/** First signal: stop in order. Second: end everything at once. */
function onStopSignals(teardown: Teardown): AbortSignal {
  const controller = new AbortController()
  const stop = stopRequests(
    () => controller.abort(),
    () => {
      teardown.force()
      process.exit(130)
    }
  )
  process.on("SIGINT", stop)
  process.on("SIGTERM", stop)
  process.on("SIGHUP", stop)
  watchParent(process.env, stop)
  // A closed terminal takes no more output; the shop is stopped in order still.
  process.stdout.on("error", stop)
  process.stderr.on("error", stop)
  return controller.signal
}

/** The folder, or the repository while the folder is not made yet. */
function nearest(folder: string): string {
  return existsSync(folder) ? folder : path.dirname(folder)
}

/** A known failure is one sentence, an unknown one keeps its stack. */
function sentence(error: unknown): string {
  if (error instanceof SetupError) {
    return error.message
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
