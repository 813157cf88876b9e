import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { request } from "node:http"
import { tmpdir } from "node:os"
import path from "node:path"

import { startDutchieSimulator } from "../../simulators/dutchie/simulator"
import { KEY, openRegister, type Register, SEED } from "./register"

describe("faults", () => {
  let register: Register

  beforeAll(async () => {
    register = await openRegister()
  })
  beforeEach(() => register.control("/reset", {}))
  afterAll(() => register.close())

  const fault = (action: object, rest: object = {}) =>
    register.control("/faults", {
      match: { path: "/preorder/submit" },
      action,
      ...rest,
    })
  const count = async () =>
    (await register.control<unknown[]>("/orders")).length
  const impatient = () =>
    fetch(`${register.url}/preorder/submit`, {
      method: "POST",
      headers: {
        authorization: `Basic ${btoa(`${KEY}:`)}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({
        customerId: 501,
        items: [{ productId: 101, quantity: 1 }],
      }),
      signal: AbortSignal.timeout(300),
    })

  it.each([
    ["commit_then_timeout", /timeout/i],
    ["commit_then_reset", /fetch failed/],
  ])("%s: the order is there and nobody was told", async (kind, reason) => {
    await fault({ kind })
    await expect(impatient()).rejects.toThrow(reason)
    expect(await count()).toBe(1)
    expect((await impatient()).status).toBe(200)
  })

  it.each([
    ["hang", /timeout/i],
    ["reset", /fetch failed/],
  ])("%s: nothing was done", async (kind, reason) => {
    await fault({ kind })
    await expect(impatient()).rejects.toThrow(reason)
    expect(await count()).toBe(0)
  })

  it("commit_then_500: the order is there and the answer says it is not", async () => {
    await fault({ kind: "commit_then_500" })
    expect((await register.order()).status).toBe(500)
    expect(await count()).toBe(1)
  })

  it("a status comes with the vendor's body or another shape, and nothing is done", async () => {
    await fault({ kind: "status", status: 429, retry_after: 7 })
    const limited = await register.order()
    expect([limited.status, limited.headers.get("retry-after")]).toEqual([
      429,
      "7",
    ])
    expect(limited.json()).toHaveProperty("TraceId")
    for (const [shape, expected] of [
      ["empty", /^$/],
      ["text", /^The request/],
      ["bad_request", /"propertyErrors"/],
      ["validation", /"isValid":false/],
      ["problem", /"traceId"/],
    ] as const) {
      await fault({ kind: "status", status: 400, shape })
      const reply = await register.order()
      expect([reply.status, reply.text]).toEqual([
        400,
        expect.stringMatching(expected),
      ])
    }
    expect(await count()).toBe(0)
  })

  it("an answer may be cut short, a web page, of another type, empty or in PascalCase", async () => {
    await register.control("/faults", [
      { action: { kind: "truncated" } },
      { action: { kind: "html" } },
      { action: { kind: "wrong_content_type" } },
      { action: { kind: "empty_array" } },
      { action: { kind: "pascal_case" } },
    ])
    const ask = () => register.get("/inventory")
    const cut = await ask()
    expect(cut.status).toBe(200)
    expect(() => cut.json()).toThrow(SyntaxError)
    expect((await ask()).text).toMatch(/^<!doctype html>/)
    expect((await ask()).headers.get("content-type")).toMatch("text/plain")
    expect((await ask()).json()).toEqual([])
    expect((await ask()).json<object[]>()[0]).toHaveProperty("InventoryId")
    expect((await ask()).json<object[]>()[0]).toHaveProperty("inventoryId")
  })

  it("meet the requests they name, from the nth on and as often as told", async () => {
    await register.control("/faults", {
      match: { method: "get", path: "/REPORTING/*", nth: 2 },
      times: 2,
      action: { kind: "status", status: 503 },
    })
    const statuses: number[] = []
    for (const path of [
      "/reporting/inventory",
      "/inventory",
      "/reporting/inventory",
      "/reporting/products",
      "/reporting/inventory",
    ]) {
      statuses.push((await register.get(path)).status)
    }
    expect(statuses).toEqual([200, 200, 503, 503, 200])
  })

  it("are refused when they make no sense, and can be removed", async () => {
    await expect(fault({ kind: "explode" })).rejects.toThrow(/400/)
    await fault({ kind: "reset" }, { times: null })
    await fetch(`${register.url}/__sim/faults`, { method: "DELETE" })
    expect((await register.order()).status).toBe(200)
  })
})

describe("the control plane", () => {
  it("shows every request with its answer, and no key", async () => {
    const register = await openRegister()
    await register.order({ transactionReference: "order_1" })
    await register.get("/whoami", { key: "a-secret-that-leaks" })
    const log =
      await register.control<
        { path: string; status: number; headers: Record<string, string> }[]
      >("/log")
    expect(log).toMatchObject([
      {
        method: "POST",
        path: "/preorder/submit",
        body: expect.stringContaining("order_1"),
        status: 200,
        answer: "9000001",
      },
      { path: "/whoami", status: 401, answer: null },
    ])
    expect(JSON.stringify(log)).not.toContain(btoa(`${KEY}:`))
    expect(await register.control("/log?path=/whoami")).toHaveLength(1)
    await register.close()
  })

  it("tells of every switch how sure it is, and refuses a value it has not", async () => {
    const register = await openRegister()
    const switches =
      await register.control<
        Record<string, { value: unknown; basis: string; about: string }>
      >("/switches")
    expect(Object.keys(switches).length).toBeGreaterThan(25)
    for (const { basis, about } of Object.values(switches)) {
      expect(basis).toMatch(
        /^(documented|contradictory|seen|secondary|assumed)$/
      )
      expect(about.length).toBeGreaterThan(20)
    }
    await register.control("/switches", { idempotency_minutes: null })
    const changed = await register.control("/switches", { tax_rate: 0.2 })
    expect(changed).toMatchObject({
      idempotency_minutes: { value: null },
      tax_rate: { value: 0.2 },
    })
    for (const wrong of [{ submit_answer: "xml" }, { no_such: 1 }]) {
      await expect(register.control("/switches", wrong)).rejects.toThrow(/400/)
    }
    await register.close()
  })

  it("is not there for web pages and other names of this machine", async () => {
    const register = await openRegister()
    const reset = (headers: Record<string, string>) =>
      statusOf(`${register.url}/__sim/seed`, headers, "{}")
    const typed = { "content-type": "application/json" }
    expect(await reset(typed)).toBe(201)
    expect(await reset({ "content-type": "text/plain" })).toBe(403)
    expect(await reset({ ...typed, origin: "https://evil.example" })).toBe(403)
    expect(await reset({ ...typed, host: "evil.example" })).toBe(403)
    await register.close()
  })

  it("serves a page for the person at the register", async () => {
    const register = await openRegister()
    await register.order({ transactionReference: "<b>order</b>" })
    const page = await register.get("/__sim/counter")
    expect(page.headers.get("content-type")).toMatch("text/html")
    expect(page.headers.get("content-security-policy")).toMatch("'none'")
    expect(await register.control("/board")).toMatchObject({
      orders: [{ customer: "Anna Alvarez", next: "Processing", total: 92 }],
      shelf: [
        { sku: "FLW-KUSH-35", on_hand: 10, available: 8 },
        { sku: "EDI-GUM-100", on_hand: 0 },
      ],
    })
    await register.close()
  })
})

describe("the state file", () => {
  let folder: string
  let stateFile: string

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "register-"))
    stateFile = path.join(folder, "deep", "state.json")
  })
  afterEach(() => rm(folder, { recursive: true }))

  it("has an order before it is answered, and all is there after a restart", async () => {
    const before = await openRegister({ stateFile })
    const id = (await before.order({ transactionReference: "order_1" })).json()
    expect(await readFile(stateFile, "utf8")).toContain("order_1")
    await before.control("/switches", { submit_answer: "object" })
    await before.control("/clock", { freeze_at: "2040-01-01T00:00:00Z" })
    await before.close()

    const after = await openRegister({
      stateFile,
      seed: { ...SEED, keys: [{ key: "new" }], customers: [] },
    })
    expect(await after.control("/orders")).toMatchObject([{ preOrderId: id }])
    expect((await after.order()).json()).toEqual({
      orderId: Number(id) + 1,
      transactionId: 7_000_002,
    })
    expect((await after.get("/whoami", { key: "new" })).status).toBe(200)
    expect(await after.control("/clock")).toMatchObject({ frozen: true })
    await after.close()
  })

  it("of another make is refused rather than overwritten", async () => {
    stateFile = path.join(folder, "state.json")
    await writeFile(stateFile, '{"version":2}')
    await expect(startDutchieSimulator({ stateFile })).rejects.toThrow(
      "is not a state of this simulator"
    )
    expect(await readFile(stateFile, "utf8")).toBe('{"version":2}')
  })

  it("seeded again keeps its stock, and replaced loses it", async () => {
    const register = await openRegister({ stateFile })
    await register.order()
    const board = async () => {
      const { shelf } = await register.control<{
        shelf: { sku: string; available: number }[]
      }>("/board")
      return shelf.map(({ sku, available }) => [sku, available])
    }
    await register.control("/seed", SEED)
    expect(await board()).toEqual([
      ["FLW-KUSH-35", 8],
      ["EDI-GUM-100", 0],
    ])
    await register.control("/seed", {
      mode: "replace",
      products: [{ sku: "NEW", productName: "Vape", price: 30, stock: 2 }],
    })
    expect(await board()).toEqual([["NEW", 2]])
    await register.close()
  })
})

/** `fetch` sends neither a foreign `host` nor `origin`. */
function statusOf(
  url: string,
  headers: Record<string, string>,
  body: string
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { method: "POST", headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on("error", reject)
      .end(body)
  })
}
