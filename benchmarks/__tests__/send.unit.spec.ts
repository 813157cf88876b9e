import { once } from "node:events"
import { createServer, type RequestListener, type Server } from "node:http"

import { statusOfComplete } from "../collector/connection"
import { requestMaker } from "../collector/requests"
import { send } from "../collector/send"
import type { SendJob } from "../collector/send-job"

let server: Server

async function listen(handle: RequestListener): Promise<number> {
  server = createServer(handle).listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  return typeof address === "object" ? (address?.port ?? 0) : 0
}

const events = (port: number, change: Partial<SendJob> = {}): SendJob => ({
  port,
  what: {
    kind: "events",
    path: "/v1/batch",
    writeKey: "pk_1",
    perRequest: 3,
  },
  run: "r",
  connections: 2,
  seconds: 0.2,
  ...change,
})

describe("sending events", () => {
  afterEach(async () => {
    server?.closeAllConnections()
    server?.close()
  })

  it("sends whole requests with ids that never repeat, and counts other answers apart", async () => {
    const ids: string[] = []
    const port = await listen((request, response) => {
      const chunks: Buffer[] = []
      request.on("data", (chunk: Buffer) => chunks.push(chunk))
      request.on("end", () => {
        const { batch } = JSON.parse(Buffer.concat(chunks).toString()) as {
          batch: { messageId: string }[]
        }
        ids.push(...batch.map(({ messageId }) => messageId))
        const busy = ids.length % 2 === 0
        response.writeHead(busy ? 429 : 200)
        response.end(JSON.stringify({ of: request.headers.authorization }))
      })
    })
    const { answered, others } = await send(events(port))
    expect(new Set(ids).size).toBe(ids.length)
    expect(answered + (others[429] ?? 0)).toBe(ids.length / 3)
    expect(answered).toBeGreaterThan(0)
    expect(others[429]).toBeGreaterThan(0)
  })

  it("keeps a rate, and lets waiting for a connection count", async () => {
    const port = await listen((_, response) => {
      setTimeout(() => response.end("ok"), 20)
    })
    // One connection answers 50 a second at most: 100 a second must wait.
    const slow = await send(
      events(port, { rate: 100, connections: 1, seconds: 0.5 })
    )
    expect(slow.answered).toBe(50)
    expect(slow.p99_ms).toBeGreaterThan(200)
    const fine = await send(
      events(port, { rate: 100, connections: 20, seconds: 0.5 })
    )
    expect(fine.answered).toBe(50)
    expect(fine.p99_ms).toBeLessThan(slow.p99_ms)
  })

  it("carries the write key as clients do", () => {
    const [head, body] = requestMaker(events(1))().toString().split("\r\n\r\n")
    expect(head).toContain(
      `Authorization: Basic ${Buffer.from("pk_1:").toString("base64")}`
    )
    expect(head).toContain(`Content-Length: ${Buffer.byteLength(body)}`)
    expect(JSON.parse(body)).toMatchObject({
      batch: [
        { messageId: "r-0", type: "track" },
        { messageId: "r-1" },
        { messageId: "r-2" },
      ],
    })
  })
})

describe("an answer on the wire", () => {
  it.each([
    ["HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", 200],
    ["HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no", null],
    [
      "HTTP/1.1 429 Too Many\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
      429,
    ],
    [
      "HTTP/1.1 429 Too Many\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n",
      null,
    ],
    ["HTTP/1.1 204 No Content\r\n\r\n", 204],
    ["HTTP/1.1 2", null],
  ])("%j is %s", (text, status) => {
    expect(statusOfComplete(text)).toBe(status)
  })
})
