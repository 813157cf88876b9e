import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { userInfo } from "node:os"

import { SetupError } from "./setup-error"

/** Who runs the server; empty means the current user does. */
export type SystemUser = { uid?: number; gid?: number }

const USER = "postgres"

/** True when the current user is root, as whom PostgreSQL refuses to run. */
export function isRoot(): boolean {
  return process.platform !== "win32" && userInfo().uid === 0
}

/**
 * PostgreSQL refuses to run as root. For root the system user `postgres` runs
 * it, and is made when the system does not have it yet.
 *
 * @throws SetupError when that user cannot be made
 */
export function serverUser(): SystemUser {
  if (!isRoot()) {
    return {}
  }
  const known = findUser(USER)
  if (known) {
    return known
  }
  createUser()
  const created = findUser(USER)
  if (!created) {
    throw cannotCreate()
  }
  return created
}

/** Looks a user up in the text of /etc/passwd. */
export function parseUser(
  passwd: string,
  name: string
): SystemUser | undefined {
  const fields = passwd
    .split("\n")
    .map((line) => line.split(":"))
    .find(([user]) => user === name)
  return fields && { uid: Number(fields[2]), gid: Number(fields[3]) }
}

function findUser(name: string): SystemUser | undefined {
  return parseUser(readFileSync("/etc/passwd", "utf8"), name)
}

/** The commands of Debian and Fedora, then of Alpine. */
function createUser(): void {
  const made =
    succeeds("useradd", [
      "--system",
      "--user-group",
      "--no-create-home",
      USER,
    ]) || succeeds("adduser", ["-S", "-D", "-H", USER])
  if (!made) {
    throw cannotCreate()
  }
}

function succeeds(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0
}

function cannotCreate(): SetupError {
  return new SetupError(
    `PostgreSQL does not run as root and the system user "${USER}" could not be made: start as a normal user, or set DATABASE_URL to a PostgreSQL server of your own.`
  )
}
