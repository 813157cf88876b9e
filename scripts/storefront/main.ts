import { existsSync } from "node:fs"
import { mkdir } from "node:fs/promises"
import path from "node:path"

import { isPortFree, freePort, SetupError } from "../postgres"
import { exitCode, signalGroup, stopChild } from "../start/child"
import { watchParent } from "../start/parent"
import { pathsOf } from "../start/paths"
import { createProgress } from "../start/progress"
import { stopRequests } from "../start/stop-signals"
import { createTeardown, type Teardown } from "../start/teardown"
import { buildStorefront } from "./build"
import { checkShop } from "./check-shop"
import { serveStorefront } from "./serve"
import { readStorefrontSettings } from "./settings"

const HELP = `npm run storefront

Builds examples/storefront when it changed and serves it for the shop of
npm start. Environment: STOREFRONT_PORT (8000); for a shop elsewhere
MEDUSA_PUBLISHABLE_KEY, MEDUSA_BACKEND_URL, MEDUSA_REGION_ID, SHOP_TIME_ZONE;
SHOP_NAME. A .env file in this folder is read too. See docs/storefront.md.`

/**
 * `npm run storefront`: serves the example shop until it is stopped.
 *
 * @param root - absolute folder of the repository
 * @param args - the command line after the script's name
 * @returns the exit code
 */
export async function main(root: string, args: string[]): Promise<number> {
  const teardown = createTeardown((error) => console.error(sentence(error)))
  const stopped = onStopSignals(teardown)
  try {
    if (args.includes("--help")) {
      console.log(HELP)
      return 0
    }
    if (args.length) {
      throw new SetupError(
        `"${args[0]}" is not an option of npm run storefront: it takes --help (after --, as in npm run storefront -- --help).`
      )
    }
    await run(root, teardown, stopped)
    return 0
  } catch (error) {
    if (stopped.aborted) {
      return 130
    }
    console.error(`\n${sentence(error)}`)
    return 1
  } finally {
    await teardown.run()
  }
}

async function run(
  root: string,
  teardown: Teardown,
  signal: AbortSignal
): Promise<void> {
  const envFile = path.join(root, ".env")
  if (existsSync(envFile)) {
    process.loadEnvFile(envFile)
  }
  const paths = pathsOf(root)
  const settings = await readStorefrontSettings(process.env, paths.demo)
  await requirePort(settings.port)
  await checkShop(settings)
  await mkdir(paths.home, { recursive: true })

  const progress = createProgress(process.stdout)
  const app = await buildStorefront(paths, progress, signal)
  signal.throwIfAborted()
  const child = await progress.step("opening the storefront", () =>
    serveStorefront(app, settings, "inherit", signal)
  )
  teardown.add(
    () => stopChild(child),
    () => signalGroup(child, "SIGKILL")
  )
  console.log(
    `\nThe storefront is open\n\n  Shop here   http://localhost:${settings.port}\n  Sells for   ${settings.shopUrl}\n  Stop        Ctrl-C\n`
  )
  await Promise.race([
    untilAborted(signal),
    exitCode(child).then((code) => {
      if (!signal.aborted) {
        throw new SetupError(
          `The storefront ended by itself (exit code ${code}): the reason is in the lines above.`
        )
      }
    }),
  ])
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    // It may have come while the storefront was opening.
    if (signal.aborted) {
      resolve()
    }
    signal.addEventListener("abort", () => resolve(), { once: true })
  })
}

async function requirePort(port: number): Promise<void> {
  if ((await isPortFree(port, "0.0.0.0")) && (await isPortFree(port))) {
    return
  }
  const other = await freePort(port < 60_000 ? port + 100 : 0)
  throw new SetupError(
    `Port ${port} is taken by another program: stop that one, or take another with STOREFRONT_PORT=${other} npm run storefront (and let it in: STORE_CORS and AUTH_CORS of the shop).`
  )
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
  return controller.signal
}

/** A known failure is one sentence, an unknown one keeps its stack. */
function sentence(error: unknown): string {
  if (error instanceof SetupError) {
    return error.message
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
