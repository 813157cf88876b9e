import { readFileSync } from "node:fs"
import { rm, writeFile } from "node:fs/promises"

import { startStamp } from "./processes"
import { errorCode } from "./setup-error"

/** Which process holds a folder; id and start together name it for ever. */
export type Owner = { pid: number; started: string }

/**
 * Takes a folder for this process. A holder that no longer lives (kill -9, a
 * power cut) loses it.
 *
 * @param file - where the holder is written down
 * @returns the living process that holds it already, or undefined when it is ours
 */
export async function takeOwnership(file: string): Promise<Owner | undefined> {
  const me: Owner = {
    pid: process.pid,
    started: startStamp(process.pid) ?? "unknown",
  }
  try {
    await writeFile(file, JSON.stringify(me), { flag: "wx" })
    return undefined
  } catch (error) {
    if (errorCode(error) !== "EEXIST") {
      throw error
    }
  }
  const holder = livingOwner(file)
  if (holder) {
    return holder
  }
  await rm(file, { force: true })
  return takeOwnership(file)
}

/** The living process that holds the folder, if any. */
export function livingOwner(file: string): Owner | undefined {
  const owner = readOwner(file)
  return owner && startStamp(owner.pid) === owner.started ? owner : undefined
}

/** Gives the folder free again, unless somebody else holds it by now. */
export async function releaseOwnership(file: string): Promise<void> {
  if (readOwner(file)?.pid === process.pid) {
    await rm(file, { force: true })
  }
}

function readOwner(file: string): Owner | undefined {
  try {
    const owner: unknown = JSON.parse(readFileSync(file, "utf8"))
    return isOwner(owner) ? owner : undefined
  } catch (error) {
    // A file cut short by a full disk or a crash names nobody.
    if (errorCode(error) === "ENOENT" || error instanceof SyntaxError) {
      return undefined
    }
    throw error
  }
}

function isOwner(value: unknown): value is Owner {
  return (
    typeof value === "object" &&
    value !== null &&
    "pid" in value &&
    typeof value.pid === "number" &&
    "started" in value &&
    typeof value.started === "string"
  )
}
