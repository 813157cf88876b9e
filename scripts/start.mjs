/**
 * `npm start` and `npm run dev`: from a fresh clone to a serving shop. Built-in
 * modules only until the dependencies are there. See docs/operations.md.
 */
import { existsSync } from "node:fs"
import { statfs } from "node:fs/promises"
import { createRequire } from "node:module"
import { join } from "node:path"

import { ensureInstalled, ensureNode, projectRoot } from "./bootstrap.mjs"

/** What an installation, a build and a database take together. */
const FIRST_START_GIGABYTES = 3

ensureNode()
await ensureSpace()
ensureInstalled()

// In this process, so that a signal has one receiver and no one to outlive it.
const { register } = await import("tsx/cjs/api")
register()
const { main } = createRequire(import.meta.url)("./start/main.ts")
process.exit(await main(projectRoot, process.argv.slice(2)))

async function ensureSpace() {
  if (existsSync(join(projectRoot, "node_modules"))) {
    return
  }
  const { bavail, bsize } = await statfs(projectRoot)
  const free = (bavail * bsize) / 1024 ** 3
  if (free < FIRST_START_GIGABYTES) {
    console.error(
      `Only ${free.toFixed(1)} GB are free and a first start needs ${FIRST_START_GIGABYTES} GB: make room on the disk of ${projectRoot}, then start again.`
    )
    process.exit(1)
  }
}
