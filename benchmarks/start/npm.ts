import { spawn } from "node:child_process"
import { once } from "node:events"

import { SetupError } from "../../scripts/postgres"

/** How to start npm: the one that runs us, else the one on the path. */
export function npmCommand(env: NodeJS.ProcessEnv): [string, string[]] {
  const cli = env.npm_execpath
  return cli && /npm-cli\.[cm]?js$/.test(cli)
    ? [process.execPath, [cli]]
    : ["npm", []]
}

/**
 * Runs a program to its end and throws away what it prints.
 *
 * @returns seconds it took
 * @throws SetupError with what it wrote to stderr when it fails
 */
export async function timeCommand(
  command: string,
  args: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv }
): Promise<number> {
  const started = performance.now()
  const child = spawn(command, args, {
    ...options,
    stdio: ["ignore", "ignore", "pipe"],
  })
  let errors = ""
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()))
  const [code] = await once(child, "close")
  if (code !== 0) {
    throw new SetupError(`${errors}\n${command} ${args.join(" ")} failed.`)
  }
  return (performance.now() - started) / 1000
}
