import { existsSync } from "node:fs"

import { chromium } from "playwright-core"

import { SetupError } from "../../postgres"

import { findOnPath, howToInstall, installPackage } from "./packages"
import { installNpmChromium } from "./npm-chromium"

/** A browser that was seen to start. */
export type FoundChromium = {
  executablePath: string
  version: string
  /** Set when the browser brings fonts the system lacks. */
  env: Record<string, string>
}

/** What every start needs: no desktop, no GPU, no calls home. */
export const CHROMIUM_FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

const PROGRAMS = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
]
const MAC_APPS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
]

/**
 * Finds a Chromium that starts on this machine: the one named by
 * `CHROMIUM_PATH`, the system's, `@sparticuz/chromium` from npm (kept in
 * `.cornerstore/tools`), or one from the system's package manager.
 *
 * @param root - folder of the repository
 * @throws SetupError saying what was tried and how to get one
 */
export async function findChromium(
  root: string,
  say: (message: string) => void
): Promise<FoundChromium> {
  const tried: string[] = []
  for (const candidate of [named, installed, fromNpm, fromSystem]) {
    const found = candidate(root, say)
    if ("refused" in found) {
      tried.push(found.refused)
      continue
    }
    try {
      return { ...found, version: await versionOf(found) }
    } catch (error) {
      const refused = `${found.executablePath} does not start: ${short(error)}`
      say(refused)
      tried.push(refused)
    }
  }
  throw new SetupError(
    `A Chromium is needed and none starts here. Tried: ${tried.join("; ")}. Install one (${howToInstall("chromium")}) or name one with CHROMIUM_PATH.`
  )
}

type Candidate = Omit<FoundChromium, "version"> | { refused: string }

function named(): Candidate {
  const executablePath = process.env.CHROMIUM_PATH
  return executablePath
    ? { executablePath, env: {} }
    : { refused: "CHROMIUM_PATH is not set" }
}

function installed(): Candidate {
  const executablePath =
    findOnPath(PROGRAMS) ?? MAC_APPS.find((app) => existsSync(app))
  return executablePath
    ? { executablePath, env: {} }
    : { refused: `none of ${PROGRAMS.join(", ")} is on PATH` }
}

function fromNpm(root: string, say: (message: string) => void): Candidate {
  return installNpmChromium(root, say)
}

function fromSystem(_root: string, say: (message: string) => void): Candidate {
  const refused = installPackage("chromium", say)
  return refused ? { refused } : installed()
}

async function versionOf({
  executablePath,
  env,
}: Omit<FoundChromium, "version">): Promise<string> {
  const browser = await chromium.launch({
    executablePath,
    args: CHROMIUM_FLAGS,
    env: { ...environment(), ...env },
    timeout: 30_000,
  })
  try {
    const page = await browser.newPage()
    await page.goto("data:text/html,<title>works</title>")
    return browser.version()
  } finally {
    await browser.close()
  }
}

/** This process's environment without the holes its type allows. */
export function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined
    )
  )
}

function short(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  const lines = text.split("\n").map((line) => line.trim())
  const telling = lines.find((line) => /error while loading|cannot/i.test(line))
  return (telling ?? lines[0] ?? "").slice(0, 300)
}
