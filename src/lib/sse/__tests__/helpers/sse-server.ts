import { createServer, Server } from "node:http"
import { AddressInfo } from "node:net"

import { SseHub, SubscribeOptions } from "../.."

/** A real HTTP server whose every path is a topic, for tests. */
export type SseServer = { url: string; server: Server; stop(): Promise<void> }

export async function serveHub(
  hub: SseHub,
  options: SubscribeOptions = {}
): Promise<SseServer> {
  const server = createServer((req, res) => {
    hub.subscribe((req.url ?? "/").slice(1), req, res, options)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    server,
    stop: async () => {
      await hub.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
