import { basename, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"

import { defineConfig, type Plugin } from "vite"

const root = fileURLToPath(new URL(".", import.meta.url))

/** One entry per page; its HTML ends up in `assets/web/<page>/index.html`. */
const PAGES = ["driver", "tracker"]

/** Runs on other people's pages, see `src/web/snippet`. */
const SNIPPET = "snippet"
/** What such a script may weigh on its way to a visitor, in bytes of gzip. */
const SNIPPET_BYTES = 4_000

/**
 * Makes one entry a classic script that any page can load: nothing outside of
 * it, no name of it where the page's own scripts are, and light.
 */
const classicScript = (name: string, maxBytes: number): Plugin => ({
  name: "cornerstore:classic-script",
  renderChunk(code, chunk) {
    if (chunk.name !== name) {
      return null
    }
    const { imports, dynamicImports, exports } = chunk
    const foreign = [...imports, ...dynamicImports, ...exports]
    if (foreign.length) {
      this.error(`${name} has to stand alone, without ${foreign.join(", ")}`)
    }
    return { code: `(()=>{"use strict";${code}})()`, map: null }
  },
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      const { length } = gzipSync("code" in chunk ? chunk.code : "")
      if (chunk.name === name && length > maxBytes) {
        this.error(
          `${name} has ${length} bytes of gzip, ${maxBytes} are allowed`
        )
      }
    }
  },
})

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
  plugins: [classicScript(SNIPPET, SNIPPET_BYTES)],
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
      input: {
        ...Object.fromEntries(
          PAGES.map((page) => [page, resolve(root, page, "index.html")])
        ),
        [SNIPPET]: resolve(root, SNIPPET, "main.ts"),
      },
    },
  },
})
