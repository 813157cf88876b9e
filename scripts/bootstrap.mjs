/**
 * What `npm start`, `npm test` and `npm run check` need before any dependency
 * can be imported: the right Node and a complete `node_modules`. Built-in
 * modules only, and syntax that an old Node can still parse, so that the
 * version check is able to speak.
 */
import { spawn, spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { constants } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/** Folder of this repository. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Ends the process with one sentence when this Node cannot run the shop.
 * Must agree with `engines.node` in package.json.
 */
export function ensureNode() {
  if (isSupportedNode(process.versions.node)) {
    return
  }
  fail(
    `Node ${process.versions.node} is too old: Cornerstore needs Node 20.19 or newer on line 20, or 22.12 and up. Install one from https://nodejs.org (nvm users: nvm install).`
  )
}

/**
 * @param {string} version - such as `20.19.0`
 * @returns {boolean} true for `^20.19.0 || >=22.12.0`
 */
export function isSupportedNode(version) {
  const [major, minor] = version.split(".").map(Number)
  return (
    (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
  )
}

/**
 * Installs when `node_modules` is missing, half-finished or of another
 * `package-lock.json`. An installation by pnpm or yarn is left alone.
 */
export function ensureInstalled() {
  const found = whyInstall(projectRoot)
  if (!found) {
    return
  }
  console.log(`Installing dependencies (${found.reason}) ...`)
  // What is there and only outdated is brought up to date in place: a running
  // shop keeps its files. Neither way writes the lock file.
  const words = found.complete ? ["install", "--no-save"] : ["ci"]
  // NODE_ENV=production would leave out what builds and tests the shop.
  const { status, error } = npm(
    [...words, "--include=dev", "--no-audit", "--no-fund"],
    { cwd: projectRoot }
  )
  if (error || status !== 0) {
    fail(
      `Installing dependencies failed${error ? ` (${error.message})` : ""}. Read npm's message above, then run the command again.`
    )
  }
}

/**
 * Runs npm with the terminal's input and output.
 *
 * @param {string[]} args
 * @param {import("node:child_process").SpawnSyncOptions} [options]
 */
export function npm(args, options) {
  const cli = process.env.npm_execpath
  // Under `npm run` npm says where it is; yarn and pnpm set the variable too.
  const [command, prefix] =
    cli && /npm-cli\.[cm]?js$/.test(cli)
      ? [process.execPath, [cli]]
      : ["npm", []]
  return spawnSync(command, [...prefix, ...args], {
    stdio: "inherit",
    shell: command === "npm" && process.platform === "win32",
    ...options,
  })
}

/**
 * @param {string} root
 * @returns {{ reason: string, complete: boolean } | null} why an installation
 *   is needed, and whether the one that is there was finished
 */
export function whyInstall(root) {
  const modules = join(root, "node_modules")
  if (!existsSync(modules)) {
    return { reason: "first run, this takes a minute", complete: false }
  }
  if (
    existsSync(join(modules, ".modules.yaml")) ||
    existsSync(join(modules, ".yarn-state.yml"))
  ) {
    return null
  }
  // npm writes this file last: without it the installation was cut short.
  const installed = readPackages(join(modules, ".package-lock.json"))
  if (!installed) {
    return {
      reason: "an earlier installation did not finish",
      complete: false,
    }
  }
  const wanted = readPackages(join(root, "package-lock.json")) || {}
  const stale = Object.keys(wanted).find(
    (path) =>
      path !== "" &&
      !wanted[path].optional &&
      !wanted[path].devOptional &&
      !wanted[path].link &&
      (!installed[path] || installed[path].version !== wanted[path].version)
  )
  return stale
    ? {
        reason: `${stale.replace(/^node_modules\//, "")} changed`,
        complete: true,
      }
    : null
}

/**
 * Runs a TypeScript file of this repository with its output on this terminal
 * and ends this process with the file's exit code. Signals are passed on and
 * the child is waited for, so that it can stop what it started.
 *
 * @param {string} file - relative to the repository
 * @param {string[]} args
 * @param {Record<string, string>} [env] - added to this process's environment
 */
export function runTypeScript(file, args = [], env = {}) {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(projectRoot, file), ...args],
    { cwd: projectRoot, stdio: "inherit", env: { ...process.env, ...env } }
  )
  // A terminal sends Ctrl-C to the whole group: the child has it already.
  process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"))
  process.on("SIGTERM", () => child.kill("SIGTERM"))
  process.on("SIGHUP", () => child.kill("SIGHUP"))
  child.on("error", (error) => fail(`${file} did not start: ${error.message}`))
  child.on("exit", (code, signal) => {
    process.exit(signal ? 128 + (constants.signals[signal] || 1) : code)
  })
}

function readPackages(file) {
  return existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8")).packages
    : undefined
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
