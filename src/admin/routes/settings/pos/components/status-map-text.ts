import type { PosStatus } from "../../../../../sdk/types"

/** What a vendor's word can mean. */
export const POS_STATUSES: readonly PosStatus[] = [
  "received",
  "preparing",
  "arrived",
  "ready",
  "out_for_delivery",
  "completed",
  "cancelled",
  "rejected",
]

const isStatus = (text: string): text is PosStatus =>
  POS_STATUSES.some((status) => status === text)

/** One line per word: `Bagged = ready`. */
export function formatStatusMap(map: Record<string, PosStatus>): string {
  return Object.entries(map)
    .map(([word, status]) => `${word} = ${status}`)
    .join("\n")
}

/**
 * Reads what `formatStatusMap` wrote and a person changed.
 *
 * @returns the map, and the first line that cannot be read
 */
export function parseStatusMap(text: string): {
  map: Record<string, PosStatus>
  problem: string | null
} {
  const map: Record<string, PosStatus> = {}
  for (const line of text.split("\n").map((each) => each.trim())) {
    if (line === "") {
      continue
    }
    const at = line.lastIndexOf("=")
    const word = line.slice(0, Math.max(at, 0)).trim()
    const status = line.slice(at + 1).trim()
    if (!word || !isStatus(status)) {
      return { map: {}, problem: line }
    }
    map[word] = status
  }
  return { map, problem: null }
}
