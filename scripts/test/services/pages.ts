import { execFile } from "node:child_process"
import path from "node:path"
import { promisify } from "node:util"

const run = promisify(execFile)

/**
 * Builds the pages for customers and drivers into `assets/`, which git does not
 * hold: suites that run the shop serve them.
 *
 * @param root - folder of the repository
 * @throws Error with Vite's output when the pages cannot be built
 */
export async function buildPages(root: string): Promise<void> {
  const vite = path.join(root, "node_modules", "vite", "bin", "vite.js")
  const config = path.join("src", "web", "vite.config.mts")
  await run(process.execPath, [vite, "build", "--config", config], {
    cwd: root,
  })
}
