import type { Check } from "../check"
import { findings, runTool } from "../run-tool"

/** Prettier with Medusa core's settings. */
export const format: Check = {
  name: "format",
  ensures: "every file is formatted (npm run format does it)",
  run: (root) =>
    findings(
      runTool(root, [
        "node_modules/prettier/bin/prettier.cjs",
        "--check",
        "--log-level=warn",
        ".",
      ])
    ),
}
