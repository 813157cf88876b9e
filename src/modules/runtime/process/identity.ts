import { hostname } from "os"

import { generateEntityId } from "@medusajs/framework/utils"

import { packageVersion } from "./package-version"

export type ProcessRole = "shared" | "server" | "worker"

/** Who a process is, for as long as it lives. */
export type ProcessIdentity = {
  id: string
  role: ProcessRole
  hostname: string
  pid: number
  version: string
  startedAt: Date
}

export function identifyProcess(role: ProcessRole = "shared"): ProcessIdentity {
  return {
    id: generateEntityId(undefined, "proc"),
    role,
    hostname: hostname(),
    pid: process.pid,
    version: packageVersion(),
    startedAt: new Date(Date.now() - Math.round(process.uptime() * 1_000)),
  }
}

/** Medusa's commands under which a process answers customers and runs jobs. */
const SERVING_COMMANDS = new Set(["start", "develop"])

/**
 * True for a process that serves a shop: not for migrations, scripts, builds
 * and tests, which may run beside it.
 *
 * @param argv - `process.argv`
 */
export function isServing(argv: string[], env: NodeJS.ProcessEnv): boolean {
  if (env.JEST_WORKER_ID !== undefined) {
    return false
  }
  const command = argv.slice(2).find((argument) => !argument.startsWith("-"))
  return command !== undefined && SERVING_COMMANDS.has(command)
}
