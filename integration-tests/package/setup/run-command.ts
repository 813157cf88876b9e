import { spawn } from "node:child_process"
import { createWriteStream } from "node:fs"
import { mkdir } from "node:fs/promises"
import path from "node:path"
import { finished } from "node:stream/promises"

import { createProgress } from "../../../scripts/start/progress"

export type Command = {
  /** What it does, told while it runs. */
  title: string
  /** Program and arguments. */
  words: [string, ...string[]]
  cwd: string
  /** Added to the environment; `undefined` removes a variable. */
  env?: Record<string, string | undefined>
  /** Folder for its log. */
  logs: string
}

const TOLD_EVERY_MS = 20_000
const TAIL_LINES = 30

/** Says what takes long. Not on stdout: Jest's own report goes there. */
export const progress = createProgress(process.stderr)

/**
 * Runs a command as a person would in a terminal, with its output in a log.
 * While it takes long, its last line is shown.
 *
 * @returns what it printed
 * @throws Error with the end of its output when it fails
 */
export function runCommand(command: Command): Promise<string> {
  return progress.step(command.title, async (say) => {
    const [program, ...args] = command.words
    await mkdir(command.logs, { recursive: true })
    const child = spawn(program, args, {
      cwd: command.cwd,
      env: shellEnvironment(command.env),
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    })
    let output = ""
    const log = createWriteStream(logFile(command))
    const take = (chunk: Buffer) => {
      output += chunk.toString()
      log.write(chunk)
    }
    child.stdout.on("data", take)
    child.stderr.on("data", take)
    const teller = setInterval(
      () => say(lastLine(output).slice(0, 100)),
      TOLD_EVERY_MS
    )
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject)
      child.once("close", resolve)
    }).finally(() => clearInterval(teller))
    log.end()
    await finished(log)
    if (code !== 0) {
      const tail = output.trimEnd().split("\n").slice(-TAIL_LINES).join("\n")
      throw new Error(
        `${command.words.join(" ")} ended with code ${code} (all it printed: ${logFile(command)}):\n${tail}`
      )
    }
    return output
  })
}

/** The environment of a person's terminal: without what belongs to Jest and to these tests. */
export function shellEnvironment(
  added: Record<string, string | undefined> = {}
): NodeJS.ProcessEnv {
  const {
    NODE_OPTIONS: _options,
    NODE_ENV: _environment,
    JEST_WORKER_ID: _worker,
    ...own
  } = process.env
  return { ...own, ...added }
}

function logFile({ logs, title }: Command): string {
  return path.join(logs, `${title.toLowerCase().replace(/\W+/g, "-")}.log`)
}

function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? ""
}
