import {
  ANNA,
  GUMMIES,
  KUSH,
  openRegister,
  type Register,
  type Reply,
} from "./register"

type Told = { status: string }

describe("submitting an order to the Dutchie simulator", () => {
  let register: Register

  beforeAll(async () => {
    register = await openRegister()
  })
  beforeEach(() => register.control("/reset", {}))
  afterAll(() => register.close())

  const idOf = (reply: Reply) => {
    expect(reply.status).toBe(200)
    return reply.json<number>()
  }
  const told = async (id: number) =>
    (await register.get(`/preorder/Status?PreOrderId=${id}`)).json<Told>()
  const orders = () => register.control<unknown[]>("/orders")
  const left = async () => {
    const rows = (await register.get("/inventory")).json<
      { productId: number; quantityAvailable: number }[]
    >()
    return rows
      .filter(({ productId }) => productId === KUSH)
      .reduce((total, row) => total + row.quantityAvailable, 0)
  }

  it.each([
    ["int", (id: number) => id],
    ["string", (id: number) => String(id)],
    ["object", (id: number) => ({ orderId: id, transactionId: 7_000_001 })],
    [
      "pascal_object",
      (id: number) => ({ OrderId: id, TransactionId: 7_000_001 }),
    ],
  ])("is answered as %s", async (submit_answer, shape) => {
    await register.control("/switches", { submit_answer })
    expect((await register.order()).json()).toEqual(shape(9_000_001))
  })

  describe("sent twice with one idempotency key", () => {
    const headers = { ConsumerKey: "2b1c5a0e-0000-4000-8000-000000000001" }
    const twice = async (second: object = {}, again = headers) => {
      const first = await register.order({ idempotencyKey: "k" }, { headers })
      const repeated = await register.order(
        { idempotencyKey: "k", ...second },
        { headers: again }
      )
      return [first, repeated] as const
    }

    it("is one order", async () => {
      const [first, repeated] = await twice()
      expect(repeated.json()).toEqual(first.json())
      expect(await orders()).toHaveLength(1)
      expect(await left()).toBe(8)
    })

    it("is two when the header differs, or keys are not recognised", async () => {
      await twice({}, { ConsumerKey: "another" })
      expect(await orders()).toHaveLength(2)
      await register.control("/reset", {})
      await register.control("/switches", { idempotency: "off" })
      await twice()
      expect(await orders()).toHaveLength(2)
      await register.control("/reset", {})
      await register.control("/switches", { idempotency: "key" })
      await twice({}, { ConsumerKey: "another" })
      expect(await orders()).toHaveLength(1)
    })

    it("is two when the key was forgotten in between", async () => {
      await register.control("/switches", { idempotency_minutes: 10 })
      await register.order({ idempotencyKey: "k" }, { headers })
      await register.control("/clock", { advance_ms: 11 * 60_000 })
      await register.order({ idempotencyKey: "k" }, { headers })
      expect(await orders()).toHaveLength(2)
    })

    it.each([
      ["conflict", 409, 1],
      ["bad_request", 400, 1],
      ["first_answer", 200, 1],
      ["new", 200, 2],
    ])(
      "with another body: %s is %i",
      async (idempotency_mismatch, status, count) => {
        await register.control("/switches", { idempotency_mismatch })
        const [, repeated] = await twice({ notes: "Ring twice" })
        expect(repeated.status).toBe(status)
        expect(await orders()).toHaveLength(count)
      }
    )

    it("is one order when many come at once", async () => {
      const replies = await Promise.all(
        Array.from({ length: 5 }, () =>
          register.order({ idempotencyKey: "k" }, { headers })
        )
      )
      expect(new Set(replies.map((reply) => reply.text)).size).toBe(1)
      expect(await orders()).toHaveLength(1)
    })
  })

  it.each([
    ["an unknown product", { items: [{ productId: 1, quantity: 1 }] }],
    ["no items", { items: [] }],
    ["a quantity of nothing", { items: [{ productId: KUSH, quantity: 0 }] }],
    ["too much", { items: [{ productId: KUSH, quantity: 11 }] }],
    ["something sold out", { items: [{ productId: GUMMIES, quantity: 1 }] }],
    ["an unknown customer", { customerId: 1 }],
    ["a customer that is no number", { customerId: "anna" }],
  ])("is refused for %s, with a BadRequestResponse", async (_what, content) => {
    const reply = await register.order(content)
    expect(reply.status).toBe(400)
    expect(reply.json()).toMatchObject({ message: expect.any(String) })
    expect(reply.json()).toHaveProperty("propertyErrors")
    expect(await orders()).toEqual([])
    expect(await left()).toBe(10)
  })

  it("for more than there is may be taken and rejected, or taken", async () => {
    const content = { items: [{ productId: GUMMIES, quantity: 1 }] }
    await register.control("/switches", { oversell: "reject" })
    const rejected = await told(idOf(await register.order(content)))
    expect(rejected).toMatchObject({
      status: "Cancelled",
      rejectedReason: "Insufficient inventory",
      isCancellable: false,
    })
    await register.control("/switches", { oversell: "accept" })
    expect(await told(idOf(await register.order(content)))).toMatchObject({
      status: "Submitted",
    })
  })

  it("counts against the customer's limit of the day, with what was bought at the counter", async () => {
    await register.control("/switches", { purchase_limit_grams: 7 })
    await register.control("/instore", {
      action: "sell",
      items: [{ sku: "FLW-KUSH-35", quantity: 1 }],
      customer_id: ANNA,
    })
    const refused = await register.order()
    expect([refused.status, refused.json()]).toEqual([
      400,
      expect.objectContaining({
        message: expect.stringContaining("Purchase limit exceeded"),
      }),
    ])
    await register.control("/clock", { advance_ms: 25 * 3_600_000 })
    expect((await register.order()).status).toBe(200)
  })

  it("of somebody without an account is for a guest who is checked in", async () => {
    const anonymous = await register.post("/transaction/create-anonymous", {
      transactionReference: "order_2",
    })
    const { customerId } = anonymous.json<{ customerId: number }>()
    expect((await register.order({ customerId })).status).toBe(200)
    const guests = (await register.get("/guestlist")).json<unknown[]>()
    expect(guests).toHaveLength(1)
  })

  it("is priced beforehand, and refused as plain text", async () => {
    const price = (body: object) =>
      register.post("/preorder/price-cart", {
        cart: [{ productId: KUSH, quantity: 2 }],
        ...body,
      })
    expect((await price({ customerId: ANNA })).json()).toMatchObject({
      subTotal: 80,
      taxes: 12,
      total: 92,
    })
    expect((await price({ customerTypeId: 2 })).json()).toMatchObject({
      subTotal: 72,
    })
    const both = await price({ customerId: ANNA, customerTypeId: 2 })
    expect(both.status).toBe(400)
    expect(both.headers.get("content-type")).toMatch("text/plain")
  })
})
