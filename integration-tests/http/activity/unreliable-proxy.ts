import { createServer, Server } from "node:http"
import { AddressInfo } from "node:net"

/** A network that loses answers: what was sent arrives, what comes back does not. */
export type UnreliableProxy = {
  url: string
  /** Requests that were passed on. */
  passed(): number
  close(): Promise<void>
}

/**
 * Passes requests on and answers `status` to the first `losses` of them, after
 * the target has done its work.
 *
 * @param status - 503, or 429 with `Retry-After: 1`
 */
export async function unreliableProxy(
  target: string,
  losses: number,
  status: 503 | 429 = 503
): Promise<UnreliableProxy> {
  let passed = 0
  const server: Server = createServer(async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req as AsyncIterable<Buffer>) {
      chunks.push(chunk)
    }
    const answer = await fetch(new URL(req.url ?? "/", target), {
      method: req.method,
      headers: {
        "content-type": req.headers["content-type"] ?? "application/json",
        authorization: req.headers.authorization ?? "",
      },
      body: Buffer.concat(chunks),
    })
    passed++
    const text = await answer.text()
    if (passed <= losses) {
      res.writeHead(status, status === 429 ? { "retry-after": "1" } : {})
      res.end()
      return
    }
    res.writeHead(answer.status, { "content-type": "application/json" })
    res.end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    passed: () => passed,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
