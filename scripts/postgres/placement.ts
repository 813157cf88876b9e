import { createHash } from "node:crypto"
import { existsSync, statSync } from "node:fs"
import {
  chmod,
  chown,
  cp,
  lchown,
  mkdir,
  readdir,
  rename,
  rm,
  stat,
} from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"

import type { PostgresBinaries } from "./binaries"
import { errorCode } from "./setup-error"
import type { SystemUser } from "./system-user"

/**
 * Where the server's files are kept. Root's server runs as another user, who
 * cannot enter a folder such as /root (mode 700): for a folder like that, data
 * and programs move to a folder of the same name rule below /var/lib, or below
 * the temporary folder where /var/lib cannot be written.
 *
 * @param wanted - the folder asked for, absolute
 * @param user - who runs the server
 */
export function placeFor(wanted: string, user: SystemUser): string {
  if (user.uid === undefined || canEnter(path.dirname(wanted), user)) {
    return wanted
  }
  const name = createHash("sha256").update(wanted).digest("hex").slice(0, 12)
  const places = ["/var/lib", tmpdir()].map((base) =>
    path.join(base, `cornerstore-${name}`)
  )
  return (
    places.find((place) => existsSync(place)) ??
    places.find((place) => canEnter(path.dirname(place), user)) ??
    wanted
  )
}

/** True when the user may walk into the folder and each one above it. */
export function canEnter(folder: string, user: SystemUser): boolean {
  const existing = nearestExisting(folder)
  return ancestors(existing).every((each) => mayTraverse(statSync(each), user))
}

/** The three permission groups, asked in the order the kernel asks them. */
export function mayTraverse(
  entry: { mode: number; uid: number; gid: number },
  user: SystemUser
): boolean {
  if (entry.uid === user.uid) {
    return (entry.mode & 0o100) !== 0
  }
  if (entry.gid === user.gid) {
    return (entry.mode & 0o010) !== 0
  }
  return (entry.mode & 0o001) !== 0
}

/** Makes a folder that belongs to the server's user and nobody else reads. */
export async function ownFolder(
  folder: string,
  user: SystemUser
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o755 })
  const { uid } = await stat(folder)
  if (user.uid !== undefined && user.gid !== undefined && uid !== user.uid) {
    await chown(folder, user.uid, user.gid)
  }
  if (process.platform !== "win32") {
    await chmod(folder, 0o700)
  }
}

/**
 * The programs, from a place the server's user can enter: the package's own
 * folder, else a copy beside the data (60 MB, made once per version).
 */
export async function reachableBinaries(
  binaries: PostgresBinaries,
  place: string,
  user: SystemUser
): Promise<PostgresBinaries> {
  const { uid, gid } = user
  if (uid === undefined || gid === undefined) {
    return binaries
  }
  if (canEnter(path.join(binaries.root, "bin"), user)) {
    return binaries
  }
  const copy = path.join(place, `server-${binaries.version}`)
  if (!existsSync(copy)) {
    const half = `${copy}.partial`
    await rm(half, { recursive: true, force: true })
    await cp(binaries.root, half, { recursive: true, verbatimSymlinks: true })
    for (const file of [".", ...(await readdir(half, { recursive: true }))]) {
      await lchown(path.join(half, file), uid, gid)
    }
    await rename(half, copy)
  }
  return { ...binaries, root: copy }
}

function nearestExisting(folder: string): string {
  try {
    statSync(folder)
    return folder
  } catch (error) {
    const parent = path.dirname(folder)
    if (errorCode(error) !== "ENOENT" || parent === folder) {
      throw error
    }
    return nearestExisting(parent)
  }
}

function ancestors(folder: string): string[] {
  const parent = path.dirname(folder)
  return parent === folder ? [folder] : [folder, ...ancestors(parent)]
}
