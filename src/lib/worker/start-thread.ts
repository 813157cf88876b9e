import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, extname, isAbsolute, join } from "node:path"
import { Worker } from "node:worker_threads"

import { MedusaError } from "@medusajs/framework/utils"

import { ThreadData } from "./messages"

/**
 * Runs inside a thread that has to load TypeScript: ts-node is registered in
 * the process that started it, but a thread begins without it. Only transpiles,
 * since types are checked by `npm run check`, not while the shop runs.
 */
const TYPESCRIPT_BOOTSTRAP = `
const { workerData } = require("node:worker_threads")
const { tsNode, swc, projectSearchDir, thread } = workerData.bootstrap
require(tsNode).register({ transpileOnly: true, swc, projectSearchDir })
require(thread)
`

/**
 * Finds the file of a worker: the compiled one in the built app and in the
 * installed package, the source under `medusa develop` and in tests.
 *
 * @param entry - absolute path without extension
 * @throws MedusaError INVALID_ARGUMENT when the path is not absolute or leads to no file
 */
export function resolveWorkerFile(entry: string): string {
  if (!isAbsolute(entry)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      `Worker "${entry}" is not an absolute path: write join(__dirname, "name.worker")`
    )
  }
  const file = [".js", ".ts"].map((ext) => entry + ext).find(existsSync)
  if (!file) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      `Worker ${entry} exists neither as .js nor as .ts: give the path without extension, and build the package if it was changed`
    )
  }
  return file
}

/**
 * Starts the thread for a worker file. The one place that decides between
 * compiled and TypeScript code.
 *
 * @param memoryMb - heap limit of the thread, in megabytes
 */
export function startThread(
  file: string,
  input: unknown,
  memoryMb: number
): Worker {
  const data: ThreadData = { file, input }
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb }
  const thread = resolveWorkerFile(join(__dirname, "thread"))

  if (extname(file) === ".js" && extname(thread) === ".js") {
    return new Worker(thread, { workerData: data, resourceLimits })
  }
  return new Worker(TYPESCRIPT_BOOTSTRAP, {
    eval: true,
    // Loaders of the parent, such as tsx, would compile the source twice.
    execArgv: [],
    workerData: { ...data, bootstrap: { thread, ...typescriptTools(file) } },
    resourceLimits,
  })
}

function typescriptTools(file: string) {
  // Resolved from here: the source of Cornerstore only runs in its repository.
  const { resolve } = createRequire(__filename)
  const installed = (name: string): string | undefined => {
    try {
      return resolve(name)
    } catch {
      return undefined
    }
  }
  const tsNode = installed("ts-node")
  if (!tsNode) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `Worker ${file} is TypeScript and ts-node is not installed: install the dev dependencies, or build and run the compiled app`
    )
  }
  return {
    tsNode,
    swc: installed("@swc/core") !== undefined,
    projectSearchDir: dirname(file),
  }
}
