import type { Check } from "../check"
import { findings, runTool } from "../run-tool"

/** `docs/openapi.json` is generated; this says when it was forgotten. */
export const openapi: Check = {
  name: "openapi",
  ensures: "docs/openapi.json says what the routes do",
  run: (root) =>
    findings(
      runTool(root, ["--import", "tsx", "scripts/openapi/index.ts", "--check"])
    ),
}
