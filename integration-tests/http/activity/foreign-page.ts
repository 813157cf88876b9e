import { createServer } from "node:http"
import { AddressInfo } from "node:net"

/** A site that lives somewhere else than the shop. */
export type ForeignSite = { url: string; close(): Promise<void> }

/**
 * Serves one page at every path, with a policy as strict as a careful site's:
 * scripts and connections of the shop and nothing else, no inline code but what
 * bears the nonce.
 *
 * @param shop - origin of the shop
 * @param html - of the page; `NONCE` in it becomes the policy's
 */
export async function foreignSite(
  shop: string,
  html: string
): Promise<ForeignSite> {
  const policy = `default-src 'none'; script-src ${shop} 'nonce-n1'; connect-src ${shop}`
  const server = createServer((req, res) => {
    if (req.url === "/favicon.ico") {
      res.writeHead(204).end()
      return
    }
    res.setHeader("content-type", "text/html; charset=utf-8")
    res.setHeader("content-security-policy", policy)
    res.end(html.replaceAll("NONCE", "n1"))
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
