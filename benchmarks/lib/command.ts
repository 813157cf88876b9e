import { once } from "node:events"

import { SetupError } from "../../scripts/postgres"
import { spawnGuarded } from "../../scripts/start/child"

export type Command = {
  /** What it does, as the start of a sentence. */
  title: string
  /** Script and arguments for Node. */
  args: string[]
  cwd: string
  env: NodeJS.ProcessEnv
}

const TAIL = 4000

/**
 * Runs Node to its end.
 *
 * @returns seconds it took
 * @throws SetupError with the end of what it printed when it fails
 */
export async function runNode(command: Command): Promise<number> {
  const started = performance.now()
  const child = spawnGuarded(command, "pipe")
  let output = ""
  const take = (chunk: Buffer) => (output += chunk.toString())
  child.stdout?.on("data", take)
  child.stderr?.on("data", take)
  const [code] = await once(child, "close")
  if (code !== 0) {
    throw new SetupError(`${output.slice(-TAIL)}\n${command.title} failed.`)
  }
  return (performance.now() - started) / 1000
}
