/**
 * `npm test`: installs what is missing, then runs every stage.
 * `npm test -- <stage or path>` runs a part. See docs/testing.md.
 */
import { ensureInstalled, ensureNode, runTypeScript } from "./bootstrap.mjs"

ensureNode()
ensureInstalled()
runTypeScript("scripts/test/main.ts", process.argv.slice(2))
