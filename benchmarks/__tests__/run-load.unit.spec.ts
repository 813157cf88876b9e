import { once } from "node:events"
import { createServer, type RequestListener, type Server } from "node:http"

import type { LoadJob } from "../overhead/load-job"
import { runLoad } from "../overhead/run-load"

let server: Server

async function listen(handle: RequestListener): Promise<string> {
  server = createServer(handle).listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`
}

const job = (origin: string, count: number): LoadJob => ({
  origin,
  headers: { "x-publishable-api-key": "pk" },
  requests: Array.from({ length: count }, (_, index) => ({
    method: "POST",
    path: `/carts/${index}`,
    body: { index },
  })),
  connections: 3,
  keepAnswers: true,
})

afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await once(server, "close")
})

describe("sending load", () => {
  it("sends each request once, over as many connections as told", async () => {
    const seen: string[] = []
    const sockets = new Set<unknown>()
    const origin = await listen((request, response) => {
      sockets.add(request.socket)
      seen.push(`${request.url} ${request.headers["x-publishable-api-key"]}`)
      request.pipe(response)
    })
    const { answers, latencies_ms, elapsed_ms } = await runLoad(job(origin, 20))
    expect(new Set(seen).size).toBe(20)
    expect(seen).toHaveLength(20)
    expect(seen[0]).toBe("/carts/0 pk")
    expect(sockets.size).toBe(3)
    expect(answers.map((answer) => JSON.parse(answer).index)).toEqual(
      Array.from({ length: 20 }, (_, index) => index)
    )
    expect(latencies_ms.every((each) => each > 0 && each <= elapsed_ms)).toBe(
      true
    )
  })

  it("fails with the answer when one is not 200", async () => {
    const origin = await listen((request, response) => {
      response.statusCode = request.url === "/carts/4" ? 409 : 200
      response.end("slot is full")
    })
    await expect(runLoad(job(origin, 6))).rejects.toThrow(
      "POST /carts/4: 409 slot is full"
    )
  })
})
