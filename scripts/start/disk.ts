import { statfs } from "node:fs/promises"

import { SetupError } from "../postgres"

const GIGABYTE = 1024 ** 3
/** A cluster, a build and room for orders. */
const FIRST_START = 1 * GIGABYTE
const LATER_START = 0.2 * GIGABYTE

/** So little that whatever failed has failed for want of room. */
const NOTHING = 16 * 1024 ** 2

/** True when a disk has no room left, whatever the error says. */
export async function isFull(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize < NOTHING
}

/**
 * Refuses to start something that a full disk would cut short.
 *
 * @throws SetupError with how much is free and how much is needed
 */
export async function requireSpace(
  folder: string,
  firstStart: boolean
): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const message = lackOfSpace(bavail * bsize, firstStart)
  if (message) {
    throw new SetupError(
      `${message} on the disk of ${folder}, then start again.`
    )
  }
}

/** What is lacking, or undefined when there is room. */
export function lackOfSpace(
  free: number,
  firstStart: boolean
): string | undefined {
  const needed = firstStart ? FIRST_START : LATER_START
  return free >= needed
    ? undefined
    : `Only ${gigabytes(free)} GB are free and a start needs ${gigabytes(needed)} GB: make room`
}

function gigabytes(bytes: number): string {
  return (bytes / GIGABYTE).toFixed(1)
}
