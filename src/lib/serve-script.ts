import { readFile } from "node:fs/promises"
import { IncomingMessage, ServerResponse } from "node:http"
import { basename } from "node:path"

import { compressOnce } from "./compress-once"
import { findPackageRoot } from "./package-root"
import { PagesNotBuilt } from "./pages-not-built"
import { readWebAssets } from "./web-assets"

/**
 * Sends a script that other people's pages load. Its address stays the same, so
 * browsers keep it for an hour and then ask whether it has changed.
 *
 * @param name - folder of the script below `src/web`, e.g. `snippet`
 * @throws PagesNotBuilt when it was not built
 */
export async function sendWebScript(
  req: IncomingMessage,
  res: ServerResponse,
  name: string
): Promise<void> {
  const file = readWebAssets(findPackageRoot()).scripts.get(name)
  if (!file) {
    throw new PagesNotBuilt(
      `The script "${name}" is not among the built browser pages: run "npm run build:web"`
    )
  }
  // The name carries a hash of the content. Weak: it goes packed or as it is.
  const tag = `W/"${basename(file)}"`
  const headers = {
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "public, max-age=3600, stale-while-revalidate=86400",
    "Cross-Origin-Resource-Policy": "cross-origin",
    ETag: tag,
    Vary: "Accept-Encoding",
  }
  if (req.headers["if-none-match"]?.includes(tag)) {
    res.writeHead(304, headers).end()
    return
  }
  const isGzip = String(req.headers["accept-encoding"]).includes("gzip")
  const body = isGzip ? await compressOnce(file) : await readFile(file)
  res.writeHead(200, {
    ...headers,
    ...(isGzip ? { "Content-Encoding": "gzip" } : {}),
    "Content-Length": body.length,
    "Content-Type": "text/javascript; charset=utf-8",
    "X-Content-Type-Options": "nosniff",
  })
  res.end(body)
}
