/**
 * `npm run reset`: stops a database that an earlier start left running and
 * removes `.cornerstore/`, so that the next start begins anew.
 */
import { createRequire } from "node:module"

import { ensureInstalled, ensureNode, projectRoot } from "./bootstrap.mjs"

ensureNode()
ensureInstalled()
const { register } = await import("tsx/cjs/api")
register()
const { reset } = createRequire(import.meta.url)("./start/reset.ts")
process.exit(await reset(projectRoot))
