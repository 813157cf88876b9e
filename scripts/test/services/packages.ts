import { spawnSync } from "node:child_process"
import { accessSync, constants } from "node:fs"
import path from "node:path"

/** How a package manager installs, without questions. */
type Manager = { command: string; root: boolean; steps: string[][] }

const NAMES = {
  redis: { apt: "redis-server", dnf: "redis", apk: "redis", brew: "redis" },
  chromium: {
    apt: "chromium",
    dnf: "chromium",
    apk: "chromium",
    brew: "chromium",
  },
} as const

export type Installable = keyof typeof NAMES

/** Path of the first of these programs that is on PATH, or null. */
export function findOnPath(programs: readonly string[]): string | null {
  const folders = (process.env.PATH ?? "").split(path.delimiter)
  const candidates = programs.flatMap((program) =>
    folders.filter(Boolean).map((folder) => path.join(folder, program))
  )
  return candidates.find(isExecutable) ?? null
}

/** What a person types to get it, for messages. */
export function howToInstall(what: Installable): string {
  const { apt, dnf, apk, brew } = NAMES[what]
  return `Debian, Ubuntu: sudo apt-get install ${apt}; Fedora: sudo dnf install ${dnf}; Alpine: apk add ${apk}; macOS: brew install ${brew}`
}

/**
 * Installs with the system's package manager where that needs no password.
 *
 * @returns null when it was installed, else why it was not
 */
export function installPackage(
  what: Installable,
  say: (message: string) => void
): string | null {
  if (process.env.CORNERSTORE_TEST_INSTALL === "0") {
    return "CORNERSTORE_TEST_INSTALL=0 forbids installing"
  }
  const manager = managers(what).find(({ command }) => findOnPath([command]))
  if (!manager) {
    return "no package manager was found"
  }
  const sudo = manager.root ? becomeRoot() : []
  if (!sudo) {
    return `${manager.command} needs root and sudo asks for a password`
  }
  say(`installing ${what} with ${manager.command} ...`)
  for (const step of manager.steps) {
    const failure = run([...sudo, ...step])
    if (failure) {
      return failure
    }
  }
  return null
}

function managers(what: Installable): Manager[] {
  const { apt, dnf, apk, brew } = NAMES[what]
  // RUNLEVEL=1 keeps Debian from starting the service it just installed.
  const aptGet = ["env", "RUNLEVEL=1", "DEBIAN_FRONTEND=noninteractive"]
  const install = ["install", "-y", "-qq", "--no-install-recommends", apt]
  return [
    {
      command: "apt-get",
      root: true,
      steps: [
        [...aptGet, "apt-get", "update", "-qq"],
        [...aptGet, "apt-get", ...install],
      ],
    },
    { command: "dnf", root: true, steps: [["dnf", "install", "-y", dnf]] },
    { command: "apk", root: true, steps: [["apk", "add", apk]] },
    { command: "brew", root: false, steps: [["brew", "install", brew]] },
  ]
}

/** The words to put before a command so that root runs it; null if impossible. */
function becomeRoot(): string[] | null {
  if (process.getuid?.() === 0) {
    return []
  }
  const allowed = spawnSync("sudo", ["-n", "true"], { stdio: "ignore" })
  return allowed.status === 0 ? ["sudo", "-n"] : null
}

function run([command = "", ...args]: string[]): string | null {
  const { status, error, stderr } = spawnSync(command, args, {
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    timeout: 5 * 60_000,
  })
  if (status === 0) {
    return null
  }
  const reason = error?.message ?? stderr.trim().split("\n").at(-1)
  return `${command} ${args.join(" ")} failed: ${reason}`
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    // Not there, or not ours to run: the next folder may have it.
    return false
  }
}
