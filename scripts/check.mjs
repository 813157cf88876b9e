/**
 * `npm run check`: everything about the code that can be told without running
 * the shop. `npm run check -- <name>` runs one check. See docs/testing.md.
 */
import { ensureInstalled, ensureNode, runTypeScript } from "./bootstrap.mjs"

ensureNode()
ensureInstalled()
runTypeScript("scripts/check/main.ts", process.argv.slice(2))
