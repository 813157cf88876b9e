import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { once } from "node:events"
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs"
import { chmod } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"

import { freePort } from "../../scripts/postgres"

import { waitFor } from "./wait-for"

const ROOT = path.resolve(__dirname, "..", "..")
const MINUTES = 60_000

/** What `npm start` writes for tools. */
export type DemoFile = {
  url: string
  admin: { email: string; password: string }
  publishable_key: string
  region_id: string
  sales_channel_id: string
  /** Addresses of the vendors' simulators that run beside the shop. */
  simulators: { dutchie?: string }
}

/** The shop as somebody has it who cloned the repository and typed `npm start`. */
export type FreshCopy = {
  folder: string
  demo: DemoFile
  /** Runs a script of the copy's and answers what it printed. */
  run(script: string, ...words: string[]): string
  /** Ctrl-C, waits for the end and removes the folder. */
  remove(): Promise<void>
}

/**
 * Starts the shop in a copy of this repository's files, as they are in the
 * working tree, with the installed packages of this one.
 *
 * @param env - added to the shop's environment, such as `STORE_CORS`
 * @throws Error with what the start printed, when it ends or takes too long
 */
export async function startFreshCopy(
  env: Record<string, string> = {}
): Promise<FreshCopy> {
  const folder = await copyRepository()
  const port = await freePort()
  const { child, output } = start(folder, port, env)
  const url = `http://localhost:${port}`
  try {
    await waitFor(
      `the shop at ${url}`,
      async () => {
        if (child.exitCode !== null) {
          throw new Error(`npm start ended:\n${output()}`)
        }
        return (await answers(`${url}/health/ready`)) || null
      },
      8 * MINUTES
    )
    const demo = await waitFor("demo.json", async () => readDemo(folder))
    return {
      folder,
      demo,
      run: (script, ...words) =>
        execFileSync(process.execPath, [script, ...words], {
          cwd: folder,
          encoding: "utf8",
          // Its error output becomes part of the error, not of the report.
          stdio: "pipe",
        }),
      remove: () => stop(child, folder),
    }
  } catch (error) {
    await stop(child, folder)
    throw new Error(`${String(error)}\n${output()}`)
  }
}

async function copyRepository(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "cornerstore-copy-"))
  // As root the database runs as another user, who must be able to enter.
  await chmod(folder, 0o755)
  const files = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "-z"],
    { cwd: ROOT, encoding: "utf8" }
  )
  for (const file of files.split("\0").filter(Boolean)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    cpSync(path.join(ROOT, file), path.join(folder, file))
  }
  symlinkSync(
    path.join(ROOT, "node_modules"),
    path.join(folder, "node_modules"),
    "junction"
  )
  return folder
}

function start(
  folder: string,
  port: number,
  added: Record<string, string>
): { child: ChildProcess; output: () => string } {
  const { DATABASE_URL: _, REDIS_URL: __, ...env } = process.env
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: folder,
    env: {
      ...env,
      ...added,
      PORT: String(port),
      NODE_OPTIONS: "",
      NODE_ENV: "",
    },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let text = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (text += chunk.toString()))
  }
  return { child, output: () => text }
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null) {
    child.kill("SIGINT")
    await once(child, "close")
  }
  execFileSync(process.execPath, ["scripts/reset.mjs"], { cwd: folder })
  rmSync(folder, { recursive: true, force: true })
}

async function answers(url: string): Promise<boolean> {
  return await fetch(url).then(
    ({ status }) => status === 200,
    () => false
  )
}

function readDemo(folder: string): DemoFile | null {
  const file = path.join(folder, ".cornerstore", "demo.json")
  try {
    return JSON.parse(readFileSync(file, "utf8")) as DemoFile
  } catch (error) {
    if (String(error).includes("ENOENT")) {
      return null
    }
    throw error
  }
}
