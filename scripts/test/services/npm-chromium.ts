import { spawnSync } from "node:child_process"
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"

/** Locked by hash in scripts/test/tools/chromium; 67 MB, so only on demand. */
const RECIPE = "scripts/test/tools/chromium"

const UNPACK = `import("@sparticuz/chromium").then(({ default: chromium }) => chromium.executablePath())`

/**
 * Installs `@sparticuz/chromium` into `.cornerstore/tools/chromium` and unpacks
 * its browser there, once.
 *
 * @param root - folder of the repository
 * @returns the browser, or why there is none
 */
export function installNpmChromium(
  root: string,
  say: (message: string) => void
):
  | { executablePath: string; env: Record<string, string> }
  | { refused: string } {
  if (process.platform !== "linux" || process.arch !== "x64") {
    return { refused: "@sparticuz/chromium is for Linux on x64 only" }
  }
  const folder = path.join(root, ".cornerstore", "tools", "chromium")
  const unpacked = path.join(folder, "browser")
  const executablePath = path.join(unpacked, "chromium")
  const complete = path.join(folder, "complete")
  if (!existsSync(complete)) {
    say("fetching a browser from npm (@sparticuz/chromium, 67 MB) ...")
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(unpacked, { recursive: true })
    cpSync(path.join(root, RECIPE), folder, { recursive: true })
    const refused =
      run("npm", ["ci", "--no-audit", "--no-fund"], folder) ??
      // The package unpacks into the folder for temporary files.
      run(process.execPath, ["-e", UNPACK], folder, { TMPDIR: unpacked })
    if (refused) {
      return { refused }
    }
    writeFileSync(path.join(unpacked, "fonts.conf"), fontConfig(unpacked))
    // Unpacked: the package itself is 70 MB that nobody reads again.
    rmSync(path.join(folder, "node_modules"), { recursive: true, force: true })
    writeFileSync(complete, "")
  }
  return {
    executablePath,
    env: { FONTCONFIG_FILE: path.join(unpacked, "fonts.conf") },
  }
}

/** The system's fonts first, the package's where there are none. */
function fontConfig(unpacked: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${path.join(unpacked, "fonts")}</dir>
  <cachedir>${path.join(unpacked, "fonts-cache")}</cachedir>
  <include ignore_missing="yes">/etc/fonts/conf.d</include>
</fontconfig>
`
}

function run(
  command: string,
  args: string[],
  cwd: string,
  env: Record<string, string> = {}
): string | null {
  const { status, error, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, NODE_OPTIONS: "", ...env },
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    timeout: 5 * 60_000,
  })
  if (status === 0) {
    return null
  }
  return `@sparticuz/chromium cannot be installed: ${error?.message ?? stderr.trim().slice(-300)}`
}
