import { basename, resolve } from "node:path"
import { fileURLToPath } from "node:url"

import { defineConfig } from "vite"

const root = fileURLToPath(new URL(".", import.meta.url))

/** One entry per page; its HTML ends up in `assets/web/<page>/index.html`. */
const PAGES = ["driver", "tracker"]

/**
 * Builds the pages that customers open into `assets/web`, which is shipped in
 * the package. Medusa's own build drops everything but compiled TypeScript.
 *
 * Every page asks for its files under `./assets/`, relative to its own address:
 * the route of each page answers there (see `src/lib/serve-asset.ts`), and a
 * shop behind a path prefix needs no setting.
 */
export default defineConfig({
  root,
  base: "./",
  publicDir: false,
  experimental: {
    renderBuiltUrl: (file, { hostType }) =>
      hostType === "html" ? `./assets/${basename(file)}` : { relative: true },
  },
  build: {
    outDir: resolve(root, "../../assets/web"),
    emptyOutDir: true,
    manifest: "manifest.json",
    target: "es2022",
    // The pages' security policy allows neither inline code nor data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: Object.fromEntries(
        PAGES.map((page) => [page, resolve(root, page, "index.html")])
      ),
    },
  },
})
