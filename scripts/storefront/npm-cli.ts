import { existsSync, realpathSync } from "node:fs"
import path from "node:path"

import { SetupError } from "../postgres"

const CLI = /npm-cli\.[cm]?js$/

/**
 * npm's own script, to be run by this Node: under `npm run` npm says where it
 * is, elsewhere it lies beside Node or on the path.
 *
 * @throws SetupError when there is none
 */
export function findNpm(env: NodeJS.ProcessEnv = process.env): string {
  const node = path.dirname(process.execPath)
  const candidates = [
    env.npm_execpath ?? "",
    path.join(node, "../lib/node_modules/npm/bin/npm-cli.js"),
    path.join(node, "node_modules/npm/bin/npm-cli.js"),
    ...(env.PATH ?? "")
      .split(path.delimiter)
      .map((folder) => path.join(folder, "npm")),
  ]
  const found = candidates
    .filter((file) => file !== "" && existsSync(file))
    .map((file) => realpathSync(file))
    .find((file) => CLI.test(file))
  if (!found) {
    throw new SetupError(
      "npm was not found: run this with npm run storefront, or install npm beside Node."
    )
  }
  return found
}
