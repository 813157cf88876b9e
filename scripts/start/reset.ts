import { existsSync } from "node:fs"
import { rm } from "node:fs/promises"

import { livingOwner, removePostgres, SetupError } from "../postgres"
import { pathsOf } from "./paths"

/**
 * Removes everything `npm start` keeps in `.cornerstore/`: data, secrets and
 * builds. A database of the owner's own (`DATABASE_URL`) is not touched.
 *
 * @param root - absolute folder of the repository
 * @returns the exit code
 */
export async function reset(root: string): Promise<number> {
  const paths = pathsOf(root)
  try {
    const owner = livingOwner(paths.owner)
    if (owner) {
      throw new SetupError(
        `Cornerstore is running from this folder as process ${owner.pid}: stop it first (Ctrl-C in its terminal, or kill ${owner.pid}), then reset.`
      )
    }
    const existed = existsSync(paths.home)
    await removePostgres(paths.postgres)
    await rm(paths.home, { recursive: true, force: true })
    console.log(
      existed
        ? "Removed .cornerstore: the next npm start makes a new shop."
        : "There is nothing to remove."
    )
    return 0
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error)
    return 1
  }
}
