import { readFileSync, statSync } from "node:fs"
import { basename, join } from "node:path"

import { z } from "@medusajs/framework/zod"

import { PagesNotBuilt } from "./pages-not-built"

/** What Vite writes about each file of the build. */
const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    src: z.string().optional(),
    isEntry: z.boolean().optional(),
    css: z.array(z.string()).optional(),
    assets: z.array(z.string()).optional(),
  })
)

/** What was built for the browser: pages and scripts by name, and their files. */
export type WebAssets = {
  /** Absolute path of each page's HTML by page name, e.g. `tracker`. */
  pages: ReadonlyMap<string, string>
  /** Absolute path of each hashed file by the name under which it is served. */
  files: ReadonlyMap<string, string>
  /** Absolute path of each script for other people's pages, e.g. `snippet`. */
  scripts: ReadonlyMap<string, string>
}

let cached: { key: string; assets: WebAssets } | undefined

/**
 * Reads which pages and files `npm run build:web` made. Only these may be
 * served: a name that is not in the map leads nowhere, whatever it looks like.
 *
 * The result is kept until the manifest changes, so that a rebuild shows
 * without a restart.
 *
 * @param root - the package root, see `findPackageRoot`
 * @throws PagesNotBuilt when the pages were not built
 */
export function readWebAssets(root: string): WebAssets {
  const folder = join(root, "assets", "web")
  const manifest = join(folder, "manifest.json")
  const modified = statSync(manifest, { throwIfNoEntry: false })?.mtimeMs
  if (modified === undefined) {
    throw new PagesNotBuilt(
      `${manifest} is missing: build the browser pages with "npm run build:web" in ${root}`
    )
  }

  const key = `${manifest}:${modified}`
  if (cached?.key !== key) {
    const assets = fromManifest(folder, readFileSync(manifest, "utf8"))
    cached = { key, assets }
  }
  return cached.assets
}

function fromManifest(folder: string, manifest: string): WebAssets {
  const chunks = Object.values(manifestSchema.parse(JSON.parse(manifest)))
  const pages = chunks.flatMap(({ isEntry, src }) =>
    isEntry && src?.endsWith("/index.html")
      ? [[src.slice(0, -"/index.html".length), join(folder, src)] as const]
      : []
  )
  const scripts = chunks.flatMap(({ isEntry, src, file }) =>
    isEntry && src?.endsWith("/main.ts")
      ? [[src.slice(0, -"/main.ts".length), join(folder, file)] as const]
      : []
  )
  const files = chunks
    .flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets])
    .map((file) => [basename(file), join(folder, file)] as const)
  return {
    pages: new Map(pages),
    files: new Map(files),
    scripts: new Map(scripts),
  }
}
