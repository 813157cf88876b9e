import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from "node:http"
import { AddressInfo } from "node:net"

import { z } from "@medusajs/framework/zod"

import { PosError } from "../../../domain/pos-error"
import { DutchieClient } from "../client"
import { Endpoint } from "../endpoints"

const KEY = "key-that-must-not-be-seen"
type Answer = (request: IncomingMessage, response: ServerResponse) => void

describe("a call to Dutchie", () => {
  let server: Server
  let answer: Answer
  let calls = 0

  beforeAll(async () => {
    server = createServer((request, response) => {
      calls++
      answer(request, response)
    })
    await new Promise<void>((resolve) => server.listen(0, resolve))
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  let connection = 0
  const client = (base_url?: string) =>
    new DutchieClient({
      // Of its own, so that no test uses up another's calls.
      connection_id: `posconn_${connection++}`,
      base_url:
        base_url ??
        `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      credentials: { api_key: KEY },
      settings: {
        poll_seconds: 60,
        sync_minutes: 5,
        unmapped_lines: "skip",
        lost_answer: "lookup",
        settle_seconds: 300,
        status_map: {},
      },
    })

  const endpoint = (over: Partial<Endpoint> = {}): Endpoint => ({
    method: "POST",
    path: "/thing",
    limitClass: "/thing",
    perMinute: 120,
    timeoutMs: 300,
    ...over,
  })

  const failure = async (
    over: Partial<Endpoint> = {},
    from = client()
  ): Promise<PosError> => {
    const error = await from
      .call(endpoint(over), { body: {} }, z.object({ id: z.number() }))
      .then(
        () => new Error("The call did not fail"),
        (thrown: Error) => thrown
      )
    if (!(error instanceof PosError)) {
      throw error
    }
    return error
  }

  const answers =
    (status: number, body = "", headers: Record<string, string> = {}): Answer =>
    (_request, response) => {
      response.writeHead(status, headers).end(body)
    }

  it("sends the key as the user name with an empty password, and reads the answer", async () => {
    let authorization: string | undefined
    answer = (request, response) => {
      authorization = request.headers.authorization
      response.end('{"id": 1}')
    }
    expect(
      await client().call(endpoint(), {}, z.object({ id: z.number() }))
    ).toEqual({ id: 1 })
    expect(authorization).toBe(
      `Basic ${Buffer.from(`${KEY}:`).toString("base64")}`
    )
  })

  it.each([
    [400, "refused", false],
    [404, "refused", false],
    [422, "refused", false],
    [401, "connection", false],
    [403, "connection", false],
    [429, "retry", false],
    [503, "retry", false],
    [500, "retry", true],
    [502, "retry", true],
    [409, "retry", true],
    [302, "retry", true],
  ])("tells what %i means: %s", async (status, kind, maybeDone) => {
    answer = answers(status, "Because", { location: "/elsewhere" })
    expect(await failure()).toMatchObject({ kind, maybeDone, status })
  })

  it("knows that a read did nothing, whatever became of it", async () => {
    answer = answers(500)
    expect(await failure({ method: "GET" })).toMatchObject({
      kind: "retry",
      maybeDone: false,
    })
  })

  it.each([
    ["cut JSON", answers(200, '{"id": ')],
    ["HTML with 200", answers(200, "<html></html>")],
    ["another form", answers(200, '{"ID": 1}')],
    ["nothing", answers(200)],
    [
      "a broken connection",
      (request: IncomingMessage) => request.socket.destroy(),
    ],
    ["silence", () => undefined],
  ])("takes %s for a failure that may have done it", async (_name, how) => {
    answer = how as Answer
    expect(await failure()).toMatchObject({ kind: "retry", maybeDone: true })
  })

  it("knows that nothing arrived where nobody listens", async () => {
    expect(await failure({}, client("http://127.0.0.1:1"))).toMatchObject({
      kind: "retry",
      maybeDone: false,
      message: "Dutchie cannot be reached (ECONNREFUSED).",
    })
  })

  it("holds neither the key nor the request in what it throws", async () => {
    answer = answers(400, "Customer Ada may not buy")
    const error = await failure()
    expect(error.message).not.toContain("Ada")
    expect(error.detail).toBe("Customer Ada may not buy")
    const everything = JSON.stringify([
      error,
      Object.getOwnPropertyNames(error).map((name) =>
        String(Reflect.get(error, name))
      ),
    ])
    expect(everything).not.toContain(KEY)
    expect(everything).not.toContain(Buffer.from(`${KEY}:`).toString("base64"))
  })

  it("makes no call above the limit, nor while the vendor has had enough", async () => {
    answer = answers(200, '{"id": 1}')
    const limited = client()
    const call = () =>
      limited.call(endpoint({ perMinute: 2 }), {}, z.object({ id: z.number() }))
    const before = calls
    await call()
    await call()
    await expect(call()).rejects.toMatchObject({ kind: "retry" })
    expect(calls - before).toBe(2)

    answer = answers(429, "", { "retry-after": "30" })
    const other = client()
    await failure({}, other)
    const asked = calls
    expect((await failure({}, other)).message).toContain("free again in 30 s")
    expect(calls).toBe(asked)
  })
})
