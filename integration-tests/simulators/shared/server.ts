import { createServer, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

import { json } from "./answer"
import { deliver, write } from "./deliver"
import { readRequest, type SimRequest } from "./request"
import type { Simulator } from "./simulator"

/** A simulator that listens. */
export type Running = {
  /** Without a slash at the end. */
  url: string
  close(): Promise<void>
}

export const CONTROL = "/__sim"
const LOOPBACK = "127.0.0.1"

/**
 * Lets a simulator listen, on this machine only unless told otherwise.
 *
 * @param port - 0 for any that is free
 * @throws Error of Node when the port is taken
 */
export async function listen(
  simulator: Simulator,
  { port = 0, host = LOOPBACK }: { port?: number; host?: string } = {}
): Promise<Running> {
  const server = createServer((message, response) => {
    readRequest(message)
      .then((request) => answer(simulator, request, response, host))
      .catch((error: unknown) => {
        console.error(error)
        if (!response.headersSent) {
          write(response, json({ error: String(error) }, 500))
        }
      })
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, host, () => {
      server.removeListener("error", reject)
      resolve()
    })
  })
  const { port: taken } = server.address() as AddressInfo
  return { url: `http://${host}:${taken}`, close: () => close(server) }
}

async function answer(
  simulator: Simulator,
  request: SimRequest,
  response: ServerResponse,
  host: string
): Promise<void> {
  const controls =
    request.path === CONTROL || request.path.startsWith(`${CONTROL}/`)
  if (!controls) {
    await deliver(simulator, request, response)
    return
  }
  const refused = refuse(request, host)
  if (refused) {
    write(response, json({ error: refused }, 403))
    return
  }
  const given = simulator.control(request)
  await simulator.save()
  write(
    response,
    given ??
      json({ error: `Nothing is at ${request.method} ${request.path}.` }, 404)
  )
}

/**
 * A web page that somebody has open on this machine must not steer a shop's
 * till: it cannot send JSON elsewhere, nor name this host.
 */
function refuse(
  { method, headers, body }: SimRequest,
  listening: string
): string | undefined {
  const type = headers["content-type"] ?? ""
  if (method !== "GET" && body && !type.startsWith("application/json")) {
    return "The control plane takes content-type application/json."
  }
  const { origin, host = "" } = headers
  const name = host.replace(/:\d+$/, "")
  if (listening === LOOPBACK && !["localhost", LOOPBACK].includes(name)) {
    return `The control plane is reached as ${LOOPBACK} or localhost, not as ${name}.`
  }
  if (origin && origin !== `http://${host}`) {
    return "The control plane takes no requests of other sites."
  }
  return undefined
}

/** Ends the listening and every request that still waits. */
function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    server.closeAllConnections()
  })
}
