import { readFile } from "node:fs/promises"
import { extname } from "node:path"

import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { compressOnce } from "./compress-once"
import { findPackageRoot } from "./package-root"
import { PagesNotBuilt } from "./pages-not-built"
import { readWebAssets } from "./web-assets"

const CONTENT_TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
}
const COMPRESSIBLE = new Set([".css", ".js", ".json", ".svg", ".wasm"])

/**
 * Everything a page may do: load its own script, style and images and call the
 * server it came from. No inline script, no frame around it, no other host.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ")

/**
 * Sends a page that Vite built, with headers that fit a link nobody but its
 * holder should use: not stored, not indexed, not told to other sites.
 *
 * The page loads its files from `./assets/` beside its own address, so a route
 * next to it has to answer there with `sendWebFile`.
 *
 * @param page - folder of the page below `src/web`, e.g. `tracker`
 * @throws PagesNotBuilt
 */
export async function sendWebPage(
  res: MedusaResponse,
  page: string
): Promise<void> {
  const file = readWebAssets(findPackageRoot()).pages.get(page)
  if (!file) {
    throw new PagesNotBuilt(
      `The page "${page}" is not among the built browser pages: run "npm run build:web"`
    )
  }
  const html = await readFile(file)
  res.set({
    "Cache-Control": "no-store",
    "Content-Security-Policy": PAGE_POLICY,
    "Content-Type": "text/html; charset=utf-8",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
  })
  res.send(html)
}

/**
 * Sends a file that a page loads. Its name carries a hash of its content, so a
 * browser may keep it for a year.
 *
 * @param name - file name as in the page, without a folder
 * @throws MedusaError NOT_FOUND when no built page has such a file,
 *   PagesNotBuilt
 */
export async function sendWebFile(
  req: MedusaRequest,
  res: MedusaResponse,
  name: string
): Promise<void> {
  const file = readWebAssets(findPackageRoot()).files.get(name)
  if (!file) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "No page loads this file: reload the page, it may have been updated"
    )
  }
  const extension = extname(file)
  res.set({
    "Cache-Control": "public, max-age=31536000, immutable",
    "Content-Type": CONTENT_TYPES[extension] ?? "application/octet-stream",
    "X-Content-Type-Options": "nosniff",
  })
  if (!COMPRESSIBLE.has(extension)) {
    res.send(await readFile(file))
    return
  }
  res.vary("Accept-Encoding")
  if (!req.acceptsEncodings("gzip")) {
    res.send(await readFile(file))
    return
  }
  res.set("Content-Encoding", "gzip")
  res.send(await compressOnce(file))
}
