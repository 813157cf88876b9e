import { ANNA, KUSH, openRegister, type Register, type Reply } from "./register"

type Told = {
  preOrderId: number
  status: string
  transactionId: number | null
  isCancellable: boolean
  isUpdateable: boolean
  rejectedReason: string | null
  total: number
}

describe("an order at the Dutchie simulator", () => {
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
  const advance = (id: number, change: object = {}) =>
    register.control(`/orders/${id}/advance`, change)
  const left = async () => {
    const rows = (await register.get("/inventory")).json<
      { productId: number; quantityAvailable: number }[]
    >()
    return rows
      .filter(({ productId }) => productId === KUSH)
      .reduce((total, row) => total + row.quantityAvailable, 0)
  }

  it("is priced by the register, keeps stock and gets a line in the guest list", async () => {
    const id = idOf(await register.order({ transactionReference: "order_1" }))
    expect(await told(id)).toMatchObject({
      preOrderId: id,
      status: "Submitted",
      subTotal: 80,
      totalTax: 12,
      total: 92,
      isCancellable: true,
      isUpdateable: true,
      rejectedReason: null,
    })
    expect(await left()).toBe(8)
    const guests = (await register.get("/guestlist")).json()
    const { transactionId } = await told(id)
    expect(guests).toMatchObject([
      {
        customerId: ANNA,
        transactionId,
        transactionReferenceNumber: "order_1",
        status: "New Online Order",
      },
    ])
  })

  it("goes through the statuses and ends as a sale at the register", async () => {
    const id = idOf(await register.order({ transactionReference: "order_1" }))
    const seen = [(await told(id)).status]
    for (const _ of [1, 2, 3]) {
      await advance(id)
      seen.push((await told(id)).status)
    }
    expect(seen).toEqual(["Submitted", "Processing", "Filled", "Complete"])
    await expect(advance(id)).rejects.toThrow("Nothing comes after Complete")

    const { transactionId } = await told(id)
    const sales = await register.get(
      `/reporting/transactions?TransactionId=${transactionId}&IncludeDetail=true&IncludeOrderIds=true`
    )
    expect(sales.json()).toMatchObject([
      {
        orderIds: [id],
        referenceId: "order_1",
        total: 92,
        wasPreOrdered: true,
        items: [{ productId: KUSH, quantity: 2, unitPrice: 40 }],
      },
    ])
    expect(await left()).toBe(8)
    expect((await register.get("/guestlist")).json()).toEqual([])
  })

  it("goes out for delivery when it is one", async () => {
    const id = idOf(
      await register.order({
        isDelivery: true,
        deliveryStreet: "1 Valencia Street",
      })
    )
    const deliveries = async () =>
      (await register.get(`/Deliveries?PreOrderId=${id}`)).json()
    expect(await deliveries()).toMatchObject([
      { deliveryStatus: "Placed", streetAddress1: "1 Valencia Street" },
    ])
    for (const [status, delivery] of [
      ["Processing", "Placed"],
      ["Filled", "Filled"],
      ["In Transit", "In Transit"],
      ["Complete", "Delivered"],
    ]) {
      await advance(id)
      expect(await deliveries()).toMatchObject([
        { status, deliveryStatus: delivery },
      ])
    }
    const both = await register.get(
      `/Deliveries?PreOrderId=${id}&deliveryStatus=Placed`
    )
    expect([both.status, both.json()]).toEqual([
      400,
      expect.objectContaining({ isValid: false }),
    ])
  })

  it("is rejected at the register with a reason, and gives its stock back", async () => {
    const id = idOf(await register.order())
    await advance(id, { reject: "No courier today" })
    expect(await told(id)).toMatchObject({
      rejectedReason: "No courier today",
      status: "Cancelled",
    })
    expect(await left()).toBe(10)
  })

  it("is cancelled while nobody has filled it, and gives its stock back", async () => {
    const id = idOf(await register.order())
    const cancel = (orderId = id) =>
      register.post("/preorder/cancel", { orderId, cancellationReason: "x" })
    expect((await cancel()).json()).toBe(id)
    expect(await told(id)).toMatchObject({ status: "Cancelled" })
    expect(await left()).toBe(10)

    const again = await cancel()
    expect([again.status, again.text]).toEqual([400, ""])
    expect((await cancel(1)).status).toBe(404)
  })

  it.each([
    ["Pending", 200],
    ["Processing", 200],
    ["Partially Filled", 400],
    ["Filled", 400],
    ["In Transit", 400],
    ["Checked Out", 400],
    ["Complete", 400],
  ])("in %s is answered %i when it is cancelled", async (status, expected) => {
    const id = idOf(await register.order())
    await advance(id, { status })
    expect((await told(id)).isCancellable).toBe(expected === 200)
    const cancelled = await register.post("/preorder/cancel", { orderId: id })
    expect(cancelled.status).toBe(expected)
  })

  it("is updated: items are replaced, what is left out stays", async () => {
    const id = idOf(await register.order({ notes: "Ring twice" }))
    const update = (change: object) =>
      register.post("/preorder/update", { orderId: id, ...change })
    const items = [{ productId: KUSH, quantity: 3 }]
    expect((await update({ items })).status).toBe(200)
    expect(await told(id)).toMatchObject({ total: 138 })
    expect(await left()).toBe(7)
    expect(await register.control(`/orders/${id}`)).toMatchObject({
      notes: "Ring twice",
    })

    const tooMuch = [{ productId: KUSH, quantity: 11 }]
    expect((await update({ items: tooMuch })).status).toBe(400)
    expect(await left()).toBe(7)

    await advance(id)
    expect((await update({ items })).status).toBe(400)
    expect((await update({ notes: "No bell" })).status).toBe(200)
    await advance(id)
    const refused = await update({ notes: "x" })
    expect([refused.status, refused.text]).toEqual([400, ""])
  })

  it("is listed while it is open, for 14 days", async () => {
    const listed = async () =>
      (await register.get("/preorder/Status"))
        .json<Told[]>()
        .map(({ preOrderId }) => preOrderId)
    const first = idOf(await register.order())
    const second = idOf(await register.order())
    await advance(first, { status: "Complete" })
    expect(await listed()).toEqual([second])
    await register.control("/switches", { status_list: "recent" })
    expect(await listed()).toEqual([first, second])
    await register.control("/clock", { advance_ms: 15 * 24 * 3_600_000 })
    expect(await listed()).toEqual([])
    expect((await told(second)).status).toBe("Submitted")

    const lines = await register.get("/preorder/Status?includeLineItems=true")
    expect([lines.status, lines.text]).toEqual([400, ""])
    expect((await register.get("/preorder/Status?PreOrderId=1")).status).toBe(
      404
    )
  })

  it("is found by a reference only as long as staff leave it, and the guest is not hidden", async () => {
    const id = idOf(await register.order({ transactionReference: "order_1" }))
    const references = async () =>
      (await register.get("/guestlist"))
        .json<{ transactionReferenceNumber: string | null }[]>()
        .map((guest) => guest.transactionReferenceNumber)
    expect(await references()).toEqual(["order_1"])
    await advance(id, { reference: null })
    expect(await references()).toEqual([null])
    await advance(id, { hidden: true })
    expect(await references()).toEqual([])
  })
})
