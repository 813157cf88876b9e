/**
 * `npm run storefront`: builds examples/storefront when it changed and serves
 * it for the shop that `npm start` runs here, or for any other.
 */
import { createRequire } from "node:module"

import { ensureInstalled, ensureNode, projectRoot } from "./bootstrap.mjs"

ensureNode()
ensureInstalled()
const { register } = await import("tsx/cjs/api")
register()
const { main } = createRequire(import.meta.url)("./storefront/main.ts")
process.exit(await main(projectRoot, process.argv.slice(2)))
