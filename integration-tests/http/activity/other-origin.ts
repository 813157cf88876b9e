import { readFile } from "node:fs/promises"
import { createServer } from "node:http"
import { AddressInfo } from "node:net"
import path from "node:path"

/** The browser build that Segment publishes, as it is. */
const CLIENT = path.dirname(
  require.resolve("@segment/analytics-next/package.json")
)

/** A shop's page that lives somewhere else than the server under test. */
export type OtherOrigin = { url: string; close(): Promise<void> }

/**
 * Serves one page and the analytics client from an origin of its own, so that
 * the browser asks before it sends.
 *
 * @param setup - script that runs once the client is there
 */
export async function otherOrigin(setup: string): Promise<OtherOrigin> {
  const page = `<!doctype html><title>Cakes</title>
    <script src="/umd/index.js"></script><script>${setup}</script>`
  const server = createServer(async (req, res) => {
    const { pathname } = new URL(req.url ?? "/", "http://other")
    if (/^\/umd\/[\w.-]+\.js$/.test(pathname)) {
      res.setHeader("content-type", "text/javascript")
      res.end(await readFile(path.join(CLIENT, "dist", pathname)))
      return
    }
    res.setHeader("content-type", "text/html")
    res.end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
