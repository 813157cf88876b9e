import { once } from "node:events"
import { mkdir } from "node:fs/promises"
import path from "node:path"

import { freePort } from "../../scripts/postgres"
import { stopChild } from "../../scripts/start/child"
import { pathsOf } from "../../scripts/start/paths"
import { createProgress } from "../../scripts/start/progress"
import { buildStorefront } from "../../scripts/storefront/build"
import { checkShop } from "../../scripts/storefront/check-shop"
import { serveStorefront } from "../../scripts/storefront/serve"

const ROOT = path.resolve(__dirname, "..", "..")

/** Where a storefront will be, which its shop has to know before it starts. */
export type StorefrontPlace = {
  url: string
  port: number
  /** To be in the environment of the shop. */
  cors: { STORE_CORS: string; AUTH_CORS: string }
}

/** Chooses a free port, so that nobody's own storefront is in the way. */
export async function placeStorefront(): Promise<StorefrontPlace> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  return { url, port, cors: { STORE_CORS: url, AUTH_CORS: url } }
}

export type StorefrontOptions = {
  place: StorefrontPlace
  /** Where Medusa answers. */
  shopUrl: string
  publishableKey: string
  regionId?: string
  timeZone?: string
}

/** examples/storefront, built and served as `npm run storefront` does. */
export type StorefrontApp = {
  url: string
  stop(): Promise<void>
}

/**
 * Builds the storefront of the working tree when it changed since the last
 * build of this checkout, and serves it for a shop that runs.
 *
 * @throws SetupError when the shop is not there or lets the place not in
 */
export async function startStorefront({
  place,
  ...shop
}: StorefrontOptions): Promise<StorefrontApp> {
  const settings = { timeZone: "America/Los_Angeles", ...shop, ...place }
  const paths = pathsOf(ROOT)
  const { signal } = new AbortController()
  await checkShop(settings)
  await mkdir(paths.home, { recursive: true })
  const silent = createProgress({ write: () => true })
  const app = await buildStorefront(paths, silent, signal)
  const child = await serveStorefront(app, settings, "pipe", signal)
  // Read, so that it never waits for a full pipe.
  child.stdout?.resume()
  child.stderr?.resume()
  const closed = once(child, "close")
  return {
    url: place.url,
    async stop() {
      await stopChild(child)
      await closed
    },
  }
}
