import { existsSync } from "node:fs"
import { mkdir, rm, symlink } from "node:fs/promises"
import path from "node:path"

import { SetupError } from "../postgres"
import { runLogged } from "./child"
import type { StartContext } from "./context"
import { bakedVariables, fingerprint } from "./fingerprint"
import { isDone, setDone } from "./state"

const WEB_CONFIG = "src/web/vite.config.mts"

/** Everything the built app is made of. */
const APP_SOURCES = [
  "src",
  "medusa-config.ts",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
]
const WEB_SOURCES = ["src/web", "tsconfig.browser.json", "package-lock.json"]

/** Builds the browser pages (tracker, driver) when their sources changed. */
export async function buildWeb(context: StartContext): Promise<void> {
  const { paths, env, progress, signal } = context
  if (!existsSync(path.join(paths.root, WEB_CONFIG))) {
    throw new SetupError(
      `${WEB_CONFIG} is missing, so the tracker's and driver's pages cannot be built: this checkout is incomplete, get it again (git checkout ${WEB_CONFIG}).`
    )
  }
  const sources = fingerprint(paths.root, WEB_SOURCES, bakedVariables(env))
  const built = existsSync(path.join(paths.root, "assets", "web"))
  if (built && (await isDone(paths.state, "web", sources))) {
    progress.skip("browser pages are built")
    return
  }
  await progress.step("building the browser pages", async () => {
    await setDone(paths.state, "web", undefined)
    await runLogged(
      paths,
      {
        title: "Building the browser pages",
        name: "build-web",
        args: [
          path.join(paths.root, "node_modules/vite/bin/vite.js"),
          ...["build", "--config", WEB_CONFIG],
        ],
        cwd: paths.root,
        env: { ...env, NODE_ENV: "production" },
      },
      signal
    )
    await setDone(paths.state, "web", sources)
  })
}

/** Builds the app and its dashboard when a source of theirs changed. */
export async function buildApp(context: StartContext): Promise<void> {
  const { paths, env, progress, signal } = context
  const sources = fingerprint(paths.root, APP_SOURCES, bakedVariables(env))
  if (isAppComplete(paths.app) && (await isDone(paths.state, "app", sources))) {
    progress.skip("app and dashboard are built")
    return
  }
  await progress.step("building the app and its dashboard", async () => {
    await setDone(paths.state, "app", undefined)
    await rm(paths.app, { recursive: true, force: true })
    await runLogged(
      paths,
      {
        title: "Building the app and its dashboard",
        name: "build-app",
        args: [context.medusa, "build", "--no-lint"],
        cwd: paths.root,
        env: { ...env, NODE_ENV: "production" },
      },
      signal
    )
    await linkUploads(paths.app, paths.uploads)
    await setDone(paths.state, "app", sources)
  })
}

function isAppComplete(app: string): boolean {
  return ["medusa-config.js", "public/admin/index.html", "static"].every(
    (file) => existsSync(path.join(app, file))
  )
}

/**
 * Medusa's local file provider writes to `static` in the app's folder, which
 * each build replaces: the files themselves live beside it.
 */
async function linkUploads(app: string, uploads: string): Promise<void> {
  await mkdir(uploads, { recursive: true })
  await symlink(
    process.platform === "win32" ? uploads : path.relative(app, uploads),
    path.join(app, "static"),
    "junction"
  )
}
