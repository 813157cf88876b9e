import { INVENTORY_KEY, KEY, openRegister, type Register } from "./register"

describe("the door of the Dutchie simulator", () => {
  let register: Register

  beforeAll(async () => {
    register = await openRegister()
  })
  beforeEach(() => register.control("/reset", {}))
  afterAll(() => register.close())

  it("opens to a key as user name, and answers a bad one with an empty 401", async () => {
    const who = await register.get("/whoami")
    expect(who.json<{ locationId: number }>().locationId).toBe(101)
    for (const key of ["", "wrong"]) {
      const refused = await register.get("/whoami", { key })
      expect([refused.status, refused.text]).toEqual([401, ""])
    }
    const bare = await fetch(`${register.url}/whoami`)
    expect(bare.status).toBe(401)
  })

  it("tells a key without the role that it is not authorized", async () => {
    const scoped = { key: INVENTORY_KEY }
    expect((await register.get("/inventory", scoped)).status).toBe(200)
    const refused = await register.get("/preorder/Status", scoped)
    expect([refused.status, refused.text]).toEqual([
      403,
      "Account not authorized",
    ])
    // Every operation that changes something needs a role.
    for (const path of [
      "/preorder/submit",
      "/preorder/cancel",
      "/preorder/update",
      "/customer/customer",
      "/transaction/create-anonymous",
      "/Deliveries/set-route-detail",
    ]) {
      expect((await register.post(path, {}, scoped)).status).toBe(403)
    }
  })

  it("closes to a key that was revoked, and to one without its second secret where that is required", async () => {
    await register.control("/switches", { basic_password: "required" })
    expect((await register.get("/whoami")).status).toBe(401)
    expect((await register.get("/whoami", { password: "second" })).status).toBe(
      200
    )
    await register.control("/switches", { basic_password: "empty" })
    expect((await register.get("/whoami", { password: "x" })).status).toBe(401)

    await register.control("/seed", { keys: [{ key: KEY, revoked: true }] })
    expect((await register.get("/whoami")).status).toBe(401)
  })

  it("answers its health without a key", async () => {
    const answer = await fetch(`${register.url}/okcomputer`)
    expect(await answer.json()).toMatchObject({ result: true })
  })

  it("does not tell the case of paths, parameters and body keys apart", async () => {
    const submitted = await register.post("/PreOrder/Submit", {
      CustomerId: 501,
      Items: [{ ProductID: 101, QUANTITY: 1 }],
    })
    const id = submitted.json<number>()
    const told = await register.get(
      `/preorder/status?PREORDERID=${id}&IncludeLineItems=TRUE`
    )
    expect(told.json()).toMatchObject({
      preOrderId: id,
      items: [{ quantity: 1 }],
    })
  })

  it("lets in as many requests a minute as the vendor says, per key and endpoint", async () => {
    await register.control("/clock", { freeze_at: "2026-05-01T10:00:20Z" })
    const first = await register.get("/reporting/loyalty-snapshot")
    const second = await register.get("/reporting/loyalty-snapshot")
    expect([first.status, second.status]).toEqual([200, 429])
    expect(second.json()).toEqual({
      Message: "Too many requests - only 1 per minute allowed",
      TraceId: expect.stringMatching(/\w+:\d+/),
    })
    expect(second.headers.get("retry-after")).toBeNull()
    expect((await register.get("/whoami")).status).toBe(200)

    await register.control("/switches", { retry_after: "seconds" })
    const told = await register.get("/reporting/loyalty-snapshot")
    expect(told.headers.get("retry-after")).toBe("40")
    await register.control("/switches", { retry_after: "date" })
    const dated = await register.get("/reporting/loyalty-snapshot")
    expect(dated.headers.get("retry-after")).toBe(
      "Fri, 01 May 2026 10:01:00 GMT"
    )

    await register.control("/clock", { advance_ms: 40_000 })
    expect((await register.get("/reporting/loyalty-snapshot")).status).toBe(200)
  })

  it("limits orders at 120 and inventory at 200, and one key does not use up another's", async () => {
    await register.control("/clock", { freeze_at: "2026-05-01T10:00:20Z" })
    const passed = async (path: string, key = KEY) => {
      const tried = Array.from({ length: 201 }, () =>
        register.get(path, { key })
      )
      const replies = await Promise.all(tried)
      return replies.filter(({ status }) => status === 200).length
    }
    expect(await passed("/preorder/Status")).toBe(120)
    expect(await passed("/inventory")).toBe(200)
    expect(await passed("/inventory", INVENTORY_KEY)).toBe(200)
  })

  it("may ask for another content type than is sent", async () => {
    await register.control("/switches", { content_type: "json_patch" })
    expect((await register.order()).status).toBe(415)
    const declared = { "content-type": "application/json-patch+json" }
    expect((await register.order({}, { headers: declared })).status).toBe(200)
  })

  it("tells who it is in PascalCase where told to", async () => {
    await register.control("/switches", { whoami_casing: "pascal" })
    const who = await register.get("/whoami")
    expect(who.json()).toMatchObject({ LocationId: 101, State: "CA" })
  })

  it("has no webhooks and nothing else that the vendor has not", async () => {
    expect((await register.get("/webhooks")).status).toBe(404)
    expect((await register.get("/preorder/submit")).status).toBe(405)
  })
})
