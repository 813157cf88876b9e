import { createServer, Server } from "node:http"
import { AddressInfo } from "node:net"

import { DEFAULT_COLLECTOR_SETTINGS } from "../../../modules/activity/domain/consent"
import { readPath } from "../../calls"
import { Collector, CollectorContext } from "../../collector"

/** A collector that has room for nothing. */
describe("a collector that is full", () => {
  let server: Server
  let url: string

  beforeAll(async () => {
    const collector = new Collector({ bytes: 0, events: 0 })
    const nothing = () => Promise.reject(new Error("never asked"))
    const context: CollectorContext = {
      store: { storeEvents: nothing, countDropped: nothing },
      choices: { recordVisitorChoice: nothing },
      findSource: nothing,
      settings: async () => DEFAULT_COLLECTOR_SETTINGS,
      countryOf: () => null,
      logger: { warn: () => undefined },
      publicUrl: "https://shop.example/collect",
    }
    server = createServer((req, res) => {
      const path = readPath(req.url ?? "")
      if (path) {
        void collector.handle(req, res, path, context)
      }
    })
    await new Promise<void>((resolve) => server.listen(0, resolve))
    url = `http://localhost:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  // posthog-js sends again after 5xx only: what it is told 429 about is gone.
  it.each([
    ["/e/", 503],
    ["/batch/", 503],
    ["/v1/track", 429],
  ])(
    "asks to come again in the client's own words, at %s",
    async (path, status) => {
      const answer = await fetch(`${url}${path}`, {
        method: "POST",
        body: "{}",
      })
      expect(answer.status).toBe(status)
      expect(answer.headers.get("retry-after")).toMatch(/^[1-9]$/)
    }
  )
})
