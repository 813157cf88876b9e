import { spawn } from "node:child_process"

export type ToolResult = { code: number | null; output: string }

/**
 * Runs a Node program of `node_modules` and collects what it prints.
 *
 * @param cwd - where it runs
 * @param args - its file and arguments
 * @param env - replaces the environment when given
 */
export function runTool(
  cwd: string,
  args: string[],
  env: NodeJS.ProcessEnv = process.env
): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    })
    let output = ""
    const add = (chunk: Buffer) => (output += chunk.toString())
    child.stdout.on("data", add)
    child.stderr.on("data", add)
    child.once("error", reject)
    child.once("close", (code) => resolve({ code, output: output.trim() }))
  })
}

/** A tool's verdict as findings: its output when it failed. */
export async function findings(result: Promise<ToolResult>): Promise<string[]> {
  const { code, output } = await result
  return code === 0 ? [] : [output || `ended with code ${code}`]
}
