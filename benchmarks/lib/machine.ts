import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { availableParallelism, cpus, loadavg, totalmem } from "node:os"
import path from "node:path"

import { z } from "@medusajs/framework/zod"

/** Where and of what a figure was measured. */
export type Surroundings = {
  cores: number
  cpu: string
  memory_gb: number
  node: string
  medusa: string
  commit: string
  /** Tracked files differed from the commit. */
  uncommitted_changes: boolean
}

/** Load above which somebody else takes part in the measurement. */
const QUIET_LOAD = 0.5

const manifest = z.object({ version: z.string() })

/** @param root - folder of the repository */
export function describeSurroundings(root: string): Surroundings {
  const medusa = path.join(root, "node_modules/@medusajs/medusa/package.json")
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim()
  return {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    memory_gb: Math.round(totalmem() / 1024 ** 3),
    node: process.versions.node,
    medusa: manifest.parse(JSON.parse(readFileSync(medusa, "utf8"))).version,
    commit: git("rev-parse", "HEAD"),
    uncommitted_changes:
      git("status", "--porcelain", "--untracked-files=no") !== "",
  }
}

/** Load average of the last minute; 0 where the system keeps none (Windows). */
export function loadNow(): number {
  return Number((loadavg()[0] ?? 0).toFixed(2))
}

/** @returns a warning when the machine was busy before anything was started */
export function busyWarning(load: number): string | undefined {
  return load > QUIET_LOAD
    ? `The load average was ${load} before the start: something else is running, so these figures are not to be relied on.`
    : undefined
}

/** The lines below a figure. */
export function describeMachine(
  where: Surroundings,
  postgres: string,
  load: { start: number; end: number }
): string {
  return [
    `Machine   ${where.cores} cores, ${where.cpu}, ${where.memory_gb} GB; load average ${load.start} at the start, ${load.end} at the end`,
    `Versions  Node ${where.node}, Medusa ${where.medusa}, PostgreSQL ${postgres}`,
    `Commit    ${where.commit}${where.uncommitted_changes ? " with uncommitted changes" : ""}`,
  ].join("\n")
}
