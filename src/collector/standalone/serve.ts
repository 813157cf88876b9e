import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from "node:http"

import { sendWebScript } from "../../lib/serve-script"
import { answer, refuse } from "../answers"
import { Collector, CollectorContext } from "../collector"
import { Health } from "./health"
import { ProcessLogger } from "./logger"
import { PREFIX, readRoute } from "./route"

/** What the server needs; everything of a request but the address served at. */
export type ServingContext = Omit<CollectorContext, "publicUrl" | "logger"> & {
  logger: ProcessLogger
  health: Health
  /** Address the process is reached at, without a slash at the end. */
  publicUrl(): string
}

/** How long a client may take to send a request, in ms. */
const REQUEST_MS = 30_000
/** Longer than a load balancer keeps a silent connection, which is a minute, in ms. */
const KEEP_ALIVE_MS = 65_000

/** A server that can be asked to finish. */
export type CollectorServer = {
  server: Server
  /** Takes no new connection, finishes what was begun and ends. */
  stop(): Promise<void>
}

/** Connections that are still at work after this are cut, in ms. */
const STOP_MS = 10_000

/** Serves the collector's paths, at the root and below `/collect`. */
export function createCollectorServer(
  context: ServingContext
): CollectorServer {
  const collector = new Collector()
  const places = {
    "": placeAt(context, ""),
    [PREFIX]: placeAt(context, PREFIX),
  }
  let isStopping = false

  const respond = async (
    req: IncomingMessage,
    res: ServerResponse
  ): Promise<void> => {
    if (isStopping) {
      // A client that keeps its connection would keep us from ending.
      res.setHeader("Connection", "close")
    }
    const route = readRoute(req.url ?? "")
    if (!route) {
      req.resume()
      answer(res, refuse(404, "No such call"))
    } else if (route.kind === "health") {
      answer(res, await context.health.answer(isStopping))
    } else if (route.kind === "snippet") {
      await sendWebScript(req, res, "snippet")
    } else {
      await collector.handle(req, res, route.path, places[route.prefix]())
    }
  }

  const server = createServer(
    { requestTimeout: REQUEST_MS, keepAliveTimeout: KEEP_ALIVE_MS },
    (req, res) => {
      respond(req, res).catch((error: unknown) => {
        context.logger.error(`A request failed: ${textOf(error)}`)
        if (res.headersSent) {
          res.destroy()
        } else {
          answer(res, { status: 500, body: { success: false } })
        }
      })
    }
  )
  return {
    server,
    stop: () => {
      isStopping = true
      return close(server)
    },
  }
}

/** The context of the requests at one place, made once its address is known. */
function placeAt(
  context: ServingContext,
  prefix: string
): () => CollectorContext {
  let made: CollectorContext | undefined
  return () =>
    (made ??= { ...context, publicUrl: `${context.publicUrl()}${prefix}` })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const cut = setTimeout(() => server.closeAllConnections(), STOP_MS)
    server.close((error) => {
      clearTimeout(cut)
      return error ? reject(error) : resolve()
    })
  })
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
