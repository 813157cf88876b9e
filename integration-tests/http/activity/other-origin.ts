import { readFile } from "node:fs/promises"
import { createServer } from "node:http"
import { AddressInfo } from "node:net"
import path from "node:path"

/** The builds for browsers as they are published: where they lie, what to load. */
const CLIENTS = {
  segment: {
    folder: path.join(
      path.dirname(require.resolve("@segment/analytics-next/package.json")),
      "dist/umd"
    ),
    script: "index.js",
  },
  // The other build loads its plugins from its maker.
  rudderstack: {
    folder: path.join(
      path.dirname(require.resolve("@rudderstack/analytics-js/bundled")),
      "../umd"
    ),
    script: "index.js",
  },
  posthog: {
    folder: path.join(
      path.dirname(require.resolve("posthog-js/package.json")),
      "dist"
    ),
    script: "array.js",
  },
}

/** A client that runs in browsers. */
export type BrowserClient = keyof typeof CLIENTS

/** A shop's page that lives somewhere else than the server under test. */
export type OtherOrigin = { url: string; close(): Promise<void> }

/**
 * Serves one page and a client from an origin of its own, so that the browser
 * asks before it sends.
 *
 * @param setup - script that runs once the client is there
 */
export async function otherOrigin(
  client: BrowserClient,
  setup: string
): Promise<OtherOrigin> {
  const { folder, script } = CLIENTS[client]
  const page = `<!doctype html><title>Cakes</title><button>Buy</button>
    <script src="/client/${script}"></script><script>${setup}</script>`
  const server = createServer(async (req, res) => {
    const { pathname } = new URL(req.url ?? "/", "http://other")
    const [, file] = /^\/client\/([\w.-]+\.js)$/.exec(pathname) ?? []
    if (file) {
      res.setHeader("content-type", "text/javascript")
      res.end(await readFile(path.join(folder, file)))
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
