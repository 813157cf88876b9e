import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { createRequire } from "node:module"
import path from "node:path"

import { freePort } from "../../scripts/postgres"

import { type HttpClient, httpClient } from "./http-client"
import { errorName } from "./node-errors"
import { descendants, signalProcess } from "./processes"

export type AppProcessOptions = {
  /** Folder of the Medusa app. */
  cwd: string
  /** Words after `medusa`, e.g. `["start"]`, `["develop"]`. */
  command?: string[]
  databaseUrl: string
  /** Added to the environment; `undefined` removes a variable. */
  env?: Record<string, string | undefined>
  /** A free port when left out. */
  port?: number
  /** How long the start may take, in seconds. */
  startSeconds?: number
}

/** A shop running as a process of its own. */
export type AppProcess = {
  url: string
  port: number
  pid: number
  api: HttpClient
  /** Everything it printed so far. */
  output(): string
  /** Resolves with the match once the output has it, rejects when it ends without. */
  waitForOutput(pattern: RegExp, seconds?: number): Promise<RegExpMatchArray>
  /** Resolves when the process has ended. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** Asks it to stop, as a process manager does, and waits for the end. */
  stop(): Promise<void>
  /** Ends it and its children at once, as a power cut does. */
  kill(): Promise<void>
}

const START_SECONDS = 120
const STOP_SECONDS = 20
const POLL_MS = 150
/** `fetch` where nobody listens, and where nobody answers in time. */
const NOT_YET = new Set(["TypeError", "TimeoutError"])

/**
 * Starts a Medusa app as a process and waits until `/health` answers 200.
 *
 * @throws Error with what the process printed, when it ends or takes too long
 */
export async function startAppProcess(
  options: AppProcessOptions
): Promise<AppProcess> {
  return untilServing(await launchAppProcess(options), options.startSeconds)
}

/**
 * Waits until a process answers 200 on `/health`.
 *
 * @throws Error with what the process printed, when it ends or takes too long
 */
export async function untilServing(
  app: AppProcess,
  seconds = START_SECONDS
): Promise<AppProcess> {
  const end = Date.now() + seconds * 1000
  let over = false
  void app.ended.then(() => (over = true))
  while (!(await answers(`${app.url}/health`))) {
    if (over) {
      throw new Error(`The app ended before it served:\n${app.output()}`)
    }
    if (Date.now() > end) {
      await app.kill()
      throw new Error(`Not serving after ${seconds} s:\n${app.output()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  return app
}

/** Starts a Medusa app without waiting, for starts that are to be refused. */
export async function launchAppProcess(
  options: AppProcessOptions
): Promise<AppProcess> {
  const port = options.port ?? (await freePort())
  const url = `http://localhost:${port}`
  return launchNode({
    words: [medusaCli(options.cwd), ...(options.command ?? ["start"])],
    cwd: options.cwd,
    env: environment(options, port, url),
    port,
    url,
  })
}

/** Starts a script of Node's that serves on a port; does not wait for it. */
export async function launchNode({
  words,
  cwd,
  env,
  port,
  url,
}: {
  words: string[]
  cwd: string
  env: NodeJS.ProcessEnv
  port: number
  url: string
}): Promise<AppProcess> {
  const child = spawn(process.execPath, words, {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  })
  const output = new Output(child)
  const ended = new Promise<{
    code: number | null
    signal: NodeJS.Signals | null
  }>((resolve) =>
    child.once("close", (code, signal) => resolve({ code, signal }))
  )
  await once(child, "spawn")
  const pid = child.pid ?? 0
  return {
    url,
    port,
    pid,
    api: httpClient(url),
    ended,
    output: () => output.text,
    waitForOutput: (pattern, seconds = START_SECONDS) =>
      output.waitFor(pattern, seconds),
    async stop() {
      if (!hasEnded(child)) {
        signalProcess(pid, "SIGTERM")
        const force = setTimeout(() => killAll(pid), STOP_SECONDS * 1000)
        await ended
        clearTimeout(force)
      }
    },
    async kill() {
      if (!hasEnded(child)) {
        killAll(pid)
        await ended
      }
    },
  }
}

/** What a process prints, and whoever waits for a part of it. */
class Output {
  text = ""
  private readonly child: ChildProcess

  constructor(child: ChildProcess) {
    this.child = child
    const add = (chunk: Buffer) => (this.text += chunk.toString())
    child.stdout?.on("data", add)
    child.stderr?.on("data", add)
  }

  waitFor(pattern: RegExp, seconds: number): Promise<RegExpMatchArray> {
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        clearTimeout(timer)
        this.child.stdout?.off("data", look)
        this.child.stderr?.off("data", look)
        this.child.off("close", gone)
        settle()
      }
      const fail = (reason: string) =>
        finish(() => reject(new Error(`${reason} ${pattern}:\n${this.text}`)))
      const look = () => {
        const match = this.text.match(pattern)
        if (match) {
          finish(() => resolve(match))
        }
      }
      const gone = () => fail("The app ended without printing")
      const timer = setTimeout(
        () => fail(`The app did not print within ${seconds} s`),
        seconds * 1000
      )
      this.child.stdout?.on("data", look)
      this.child.stderr?.on("data", look)
      this.child.once("close", gone)
      look()
    })
  }
}

function medusaCli(cwd: string): string {
  const from = createRequire(path.join(cwd, "package.json"))
  const manifest = from.resolve("@medusajs/cli/package.json")
  return path.join(path.dirname(manifest), "cli.js")
}

function environment(
  { databaseUrl, env }: AppProcessOptions,
  port: number,
  url: string
): NodeJS.ProcessEnv {
  // Jest's own settings must not reach a shop that runs as in real life.
  const { NODE_OPTIONS: _options, JEST_WORKER_ID: _id, ...own } = process.env
  return {
    ...own,
    NODE_ENV: "production",
    LOG_LEVEL: "info",
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    MEDUSA_BACKEND_URL: url,
    ...env,
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) })
    return response.status === 200
  } catch (error) {
    if (NOT_YET.has(errorName(error))) {
      return false
    }
    throw error
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

function killAll(pid: number): void {
  for (const each of [...descendants(pid), pid]) {
    signalProcess(each, "SIGKILL")
  }
}
