import { createServer } from "node:net"

import { errorCode } from "./setup-error"

const LOOPBACK = "127.0.0.1"

/**
 * A TCP port that is free right now.
 *
 * @param preferred - taken when it is free
 * @param host - the address to be bound, loopback unless told
 */
export async function freePort(
  preferred = 0,
  host = LOOPBACK
): Promise<number> {
  const port = await tryPort(preferred, host)
  return port ?? freePort(0, host)
}

/** True when nobody listens on the port. */
export async function isPortFree(
  port: number,
  host = LOOPBACK
): Promise<boolean> {
  return (await tryPort(port, host)) !== undefined
}

function tryPort(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", (error) => {
      if (["EADDRINUSE", "EACCES"].includes(errorCode(error) ?? "")) {
        resolve(undefined)
      } else {
        reject(error)
      }
    })
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      const taken = typeof address === "object" ? address?.port : undefined
      server.close(() => resolve(taken))
    })
  })
}
