import { createHash } from "node:crypto"
import { existsSync, realpathSync, statSync } from "node:fs"
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"

import { releaseOwnership, takeOwnership } from "../../../scripts/postgres"

/** Folder of the repository. */
export const ROOT = path.resolve(__dirname, "../../..")

/**
 * Outside the repository: below it, Node and Vite would find what the shop
 * lacks in the repository's own `node_modules`.
 */
const PLACES = path.join(realpathSync(tmpdir()), ".cornerstore")
const PREFIX = "package-"
const ROOT_FILE = "repository"
const WAIT_MS = 1_000
const MAX_WAIT_MS = 15 * 60_000

/**
 * The folder in which this clone keeps its packed plugin and the shop that
 * installed it, about 800 MB. A clone that was removed and made anew gets a
 * new one, and the old one is removed.
 */
export async function placeOfThisClone(): Promise<string> {
  await mkdir(PLACES, { recursive: true })
  await removeAbandoned()
  const place = path.join(PLACES, PREFIX + identityOf(ROOT))
  await mkdir(place, { recursive: true })
  await writeFile(path.join(place, ROOT_FILE), ROOT)
  return place
}

/** Runs an action that no other process of this machine may run in the place. */
export async function exclusively<T>(
  place: string,
  action: () => Promise<T>
): Promise<T> {
  const file = path.join(place, "owner.json")
  const deadline = Date.now() + MAX_WAIT_MS
  for (
    let holder = await takeOwnership(file);
    holder;
    holder = await takeOwnership(file)
  ) {
    if (Date.now() > deadline) {
      throw new Error(`Process ${holder.pid} does not let go of ${place}`)
    }
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS))
  }
  try {
    return await action()
  } finally {
    await releaseOwnership(file)
  }
}

/** A name for one clone: its path and when it was made. */
function identityOf(root: string): string {
  const { birthtimeMs } = statSync(root)
  return createHash("sha256")
    .update(`${realpathSync(root)} ${birthtimeMs}`)
    .digest("hex")
    .slice(0, 12)
}

async function removeAbandoned(): Promise<void> {
  const names = await readdir(PLACES)
  for (const name of names.filter((each) => each.startsWith(PREFIX))) {
    const place = path.join(PLACES, name)
    const file = path.join(place, ROOT_FILE)
    const root = existsSync(file) ? await readFile(file, "utf8") : ROOT
    if (!existsSync(root) || name !== PREFIX + identityOf(root)) {
      await rm(place, { recursive: true, force: true })
    }
  }
}
