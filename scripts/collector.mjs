/**
 * `npm run collector`: the event collector in a process of its own, from source.
 * Where nothing names a database it uses that of the shop which `npm start`
 * runs here. A shop that installed the package runs `npx cornerstore-collector`,
 * which is compiled. See docs/operations.md.
 */
import { existsSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"

import { ensureInstalled, ensureNode, projectRoot } from "./bootstrap.mjs"

ensureNode()
ensureInstalled()

const { ACTIVITY_DATABASE_URL, DATABASE_URL } = process.env
const running = join(projectRoot, ".cornerstore", "demo.json")
if (!ACTIVITY_DATABASE_URL && !DATABASE_URL && existsSync(running)) {
  const { database_url } = JSON.parse(readFileSync(running, "utf8"))
  process.env.DATABASE_URL = database_url
  console.log("Collecting into the database of the shop in .cornerstore")
}

const { register } = await import("tsx/cjs/api")
register()
await createRequire(import.meta.url)(
  "../src/collector/standalone/main.ts"
).main()
