import { readFileSync } from "node:fs"

const TICKS_PER_SECOND = 100
/** Fields of /proc/<pid>/stat after the command in brackets. */
const USER = 11
const SYSTEM = 12

/**
 * Processor time a process has used, in seconds: steadier than the time on the
 * wall when something else runs.
 *
 * @returns undefined on systems without /proc
 */
export function cpuSeconds(pid: number): number | undefined {
  if (process.platform !== "linux") {
    return undefined
  }
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
  return parseCpuSeconds(stat)
}

/** Reads the content of /proc/<pid>/stat. */
export function parseCpuSeconds(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
  return (Number(fields[USER]) + Number(fields[SYSTEM])) / TICKS_PER_SECOND
}
