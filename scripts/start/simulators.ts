import type { ChildProcess } from "node:child_process"
import { closeSync, existsSync, openSync } from "node:fs"
import { mkdir } from "node:fs/promises"
import path from "node:path"

import { isPortFree } from "../postgres"
import { exitCode, signalGroup, spawnGuarded, stopChild } from "./child"
import type { StartContext } from "./context"
import { readJson, writeJson } from "./json-file"
import type { Paths } from "./paths"
import type { Teardown } from "./teardown"

/** Where the demo's vendors are played; null where one is not. */
export type Simulators = { dutchie: string | null }

export const NO_SIMULATORS: Simulators = { dutchie: null }

const MAIN = "integration-tests/simulators/dutchie/main.ts"
/** Key of `state.json`: the shop's POS connection keeps this port's address. */
const PORT_KEY = "dutchie_port"
const FIRST_PORT = 9100
const PORTS_TRIED = 100
/** Opens a register that only this machine reaches and that sells nothing. */
const DEMO_KEY = "cornerstore-demo-dutchie"
const READY_MS = 20_000
const POLL_MS = 50

/** What the seed connects the shop with. */
export function simulatorEnvironment(
  env: NodeJS.ProcessEnv,
  { dutchie }: Simulators
): NodeJS.ProcessEnv {
  return dutchie
    ? { CORNERSTORE_DUTCHIE_URL: dutchie, CORNERSTORE_DUTCHIE_KEY: keyOf(env) }
    : {}
}

/**
 * Runs the simulated Dutchie register beside the demo shop. The shop sells
 * without it, so nothing that goes wrong here keeps the shop from opening.
 *
 * @param seeded - the shop has its connection already, with the port of then
 */
export async function startSimulators(
  context: StartContext,
  teardown: Teardown,
  seeded: boolean
): Promise<Simulators> {
  const { env, paths, progress, settings } = context
  if (env.CORNERSTORE_DUTCHIE_URL) {
    return { dutchie: env.CORNERSTORE_DUTCHIE_URL }
  }
  if (!existsSync(path.join(paths.root, MAIN))) {
    return NO_SIMULATORS
  }
  return progress.step("starting the Dutchie simulator", async (say) => {
    const kept = await keptPort(paths)
    const port = await choosePort(
      { kept, seeded, shop: settings.port },
      isPortFree
    )
    if (port === undefined) {
      say(
        `It is not running: port ${kept ?? FIRST_PORT}, which the shop's POS connection names, is taken by another program. Orders wait in the outbox; stop that program and start again.`
      )
      return NO_SIMULATORS
    }
    const child = await launch(context, port)
    let stopping = false
    teardown.add(
      () => {
        stopping = true
        return stopChild(child)
      },
      () => signalGroup(child, "SIGKILL")
    )
    const log = path.relative(paths.root, logFile(paths))
    if (!(await untilReady(child, port, context.signal))) {
      say(`It did not start: see ${log}. The shop opens without it.`)
      await stopChild(child)
      return NO_SIMULATORS
    }
    await keepPort(paths, port)
    void exitCode(child).then((code) => {
      if (!stopping && !context.signal.aborted) {
        console.error(endedByItself(code, log))
      }
    })
    return { dutchie: urlOf(port) }
  })
}

/**
 * The port to listen at: the one that the shop's connection names; for a shop
 * without a connection yet any from 9100 on that nobody has.
 *
 * @returns undefined when the connection's port is taken
 */
export async function choosePort(
  {
    kept,
    seeded,
    shop,
  }: { kept: number | undefined; seeded: boolean; shop: number },
  isFree: (port: number) => Promise<boolean>
): Promise<number | undefined> {
  const first = kept ?? FIRST_PORT
  const candidates = seeded
    ? [first]
    : Array.from({ length: PORTS_TRIED }, (_, index) => first + index)
  for (const port of candidates) {
    if (port !== shop && (await isFree(port))) {
      return port
    }
  }
  return undefined
}

async function launch(
  { paths, env }: StartContext,
  port: number
): Promise<ChildProcess> {
  await mkdir(paths.logs, { recursive: true })
  const log = openSync(logFile(paths), "w")
  const child = spawnGuarded(
    {
      args: [
        ...["--import", "tsx", MAIN],
        ...["--port", String(port)],
        ...["--state", path.join(paths.home, "simulators", "dutchie.json")],
      ],
      cwd: paths.root,
      env: { ...env, CORNERSTORE_DUTCHIE_KEY: keyOf(env) },
    },
    log
  )
  closeSync(log)
  return child
}

/** False when it ended, or took too long. */
async function untilReady(
  child: ChildProcess,
  port: number,
  signal: AbortSignal
): Promise<boolean> {
  const end = Date.now() + READY_MS
  while (child.exitCode === null && child.signalCode === null) {
    signal.throwIfAborted()
    if (await answers(port)) {
      return true
    }
    if (Date.now() > end) {
      return false
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  return false
}

async function answers(port: number): Promise<boolean> {
  try {
    const { ok } = await fetch(`${urlOf(port)}/okcomputer`)
    return ok
  } catch {
    // Not listening yet: the caller asks again.
    return false
  }
}

function endedByItself(code: number, log: string): string {
  return `The Dutchie simulator ended by itself (exit code ${code}, see ${log}): the shop goes on and its orders wait in the outbox; npm start brings it back.`
}

async function keptPort({ state }: Paths): Promise<number | undefined> {
  const port = (await readJson(state))[PORT_KEY]
  return typeof port === "number" ? port : undefined
}

async function keepPort({ state }: Paths, port: number): Promise<void> {
  await writeJson(state, { ...(await readJson(state)), [PORT_KEY]: port })
}

const keyOf = (env: NodeJS.ProcessEnv) =>
  env.CORNERSTORE_DUTCHIE_KEY || DEMO_KEY
const urlOf = (port: number) => `http://127.0.0.1:${port}`
const logFile = ({ logs }: Paths) => path.join(logs, "dutchie.log")
