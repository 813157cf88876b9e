import type { Check } from "../check"
import { findings, runTool } from "../run-tool"

const TSC = "node_modules/typescript/bin/tsc"

/** Strict TypeScript of everything that runs in Node, tests included. */
export const serverTypes: Check = {
  name: "types",
  ensures: "server, scripts and tests have no type error",
  run: (root) =>
    findings(runTool(root, [TSC, "--project", "tsconfig.check.json"])),
}

/** Strict TypeScript of what runs in browsers, and of its tests. */
export const browserTypes: Check = {
  name: "types-browser",
  ensures: "dashboard and pages have no type error",
  async run(root) {
    const projects = ["tsconfig.browser.json", "tsconfig.browser-tests.json"]
    const problems: string[] = []
    for (const project of projects) {
      problems.push(
        ...(await findings(runTool(root, [TSC, "--project", project])))
      )
    }
    return problems
  },
}
