import type { Check } from "../check"
import { findings, runTool } from "../run-tool"

/** ESLint with Medusa's rules and our own; a warning is a failure. */
export const lint: Check = {
  name: "lint",
  ensures: "Medusa's lint rules and the direction of dependencies hold",
  run: (root) =>
    findings(
      runTool(root, [
        "node_modules/eslint/bin/eslint.js",
        ".",
        "--max-warnings=0",
        "--no-warn-ignored",
      ])
    ),
}
