import { existsSync } from "node:fs"
import { mkdir } from "node:fs/promises"
import path from "node:path"

import { releaseOwnership, SetupError, takeOwnership } from "../postgres"
import { runLogged } from "../start/child"
import { readJson, writeJson } from "../start/json-file"
import type { Paths } from "../start/paths"
import type { Progress } from "../start/progress"
import { findNpm } from "./npm-cli"
import {
  copySources,
  type Wanted,
  wantedOf,
  type Workspace,
  workspaceOf,
} from "./workspace"

/**
 * Installs and builds the storefront when something it is made of changed since
 * the last time. The build knows no shop: one serves any.
 *
 * @returns the folder to serve from
 * @throws SetupError when somebody else is building, or a step failed
 */
export async function buildStorefront(
  paths: Paths,
  progress: Progress,
  signal: AbortSignal
): Promise<string> {
  const workspace = workspaceOf(paths.home)
  const wanted = wantedOf(paths.root)
  await mkdir(workspace.root, { recursive: true })
  const other = await takeOwnership(workspace.owner)
  if (other) {
    throw new SetupError(
      `The storefront is being built by process ${other.pid}: wait for it, then run this again.`
    )
  }
  try {
    await prepare({ paths, progress, signal, workspace, wanted })
  } finally {
    await releaseOwnership(workspace.owner)
  }
  return workspace.app
}

type Work = {
  paths: Paths
  progress: Progress
  signal: AbortSignal
  workspace: Workspace
  wanted: Wanted
}

async function prepare(work: Work): Promise<void> {
  const { paths, progress, workspace, wanted } = work
  const done = await readJson(workspace.state)
  if (done.build === wanted.build && isBuilt(workspace)) {
    progress.skip("storefront is built")
    return
  }
  await writeJson(workspace.state, { packages: done.packages })
  await copySources(paths.root, workspace)
  if (done.packages !== wanted.packages || !isInstalled(workspace)) {
    await progress.step("installing the storefront's packages", () =>
      install(work)
    )
    await writeJson(workspace.state, { packages: wanted.packages })
  }
  await progress.step("building the storefront", () => build(work))
  await writeJson(workspace.state, wanted)
}

function install({ paths, workspace, signal }: Work): Promise<void> {
  return runLogged(
    paths,
    {
      title: "Installing the storefront's packages",
      name: "storefront-install",
      args: [findNpm(), ...["ci", "--include=dev", "--no-audit", "--no-fund"]],
      cwd: workspace.app,
      env: process.env,
    },
    signal
  )
}

function build({ paths, workspace, signal }: Work): Promise<void> {
  return runLogged(
    paths,
    {
      title: "Building the storefront",
      name: "storefront-build",
      args: [nextOf(workspace.app), "build"],
      cwd: workspace.app,
      env: {
        ...process.env,
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
      },
    },
    signal
  )
}

/** Next's command in a folder of the storefront. */
export function nextOf(app: string): string {
  return path.join(app, "node_modules/next/dist/bin/next")
}

function isBuilt({ app }: Workspace): boolean {
  return existsSync(path.join(app, ".next/BUILD_ID")) && existsSync(nextOf(app))
}

function isInstalled({ app }: Workspace): boolean {
  // npm writes this file last.
  return existsSync(path.join(app, "node_modules/.package-lock.json"))
}
