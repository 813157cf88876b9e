import { ANNA, openRegister, type Register } from "./register"

type Person = {
  customerId: number
  firstName: string
  lastName: string | null
  mergedIntoCustomerId: number | null
}

const BERT = {
  firstName: "Bert",
  lastName: "Baker",
  address1: "1 Market Street",
  city: "San Francisco",
  state: "CA",
  postalCode: "94105",
  status: "Active",
  customerType: "Recreational",
  emailAddress: "bert@example.com",
}

describe("the customers of the Dutchie simulator", () => {
  let register: Register

  beforeAll(async () => {
    register = await openRegister()
  })
  beforeEach(() => register.control("/reset", {}))
  afterAll(() => register.close())

  const edit = (body: object, query = "", headers = {}) =>
    register.post(`/customer/customer${query}`, body, { headers })

  it("are made with what is required, and refused without", async () => {
    const made = (await edit(BERT)).json<Person>()
    expect(made).toMatchObject({ firstName: "Bert", isAnonymous: false })

    const { city: _city, ...incomplete } = BERT
    const refused = await edit(incomplete)
    expect([refused.status, refused.json()]).toEqual([
      400,
      expect.objectContaining({
        propertyErrors: [
          { propertyName: "city", propertyError: "city is required" },
        ],
      }),
    ])
  })

  it("are not made twice, unless that is asked for", async () => {
    const first = (await edit(BERT)).json<Person>()
    const changed = { ...BERT, emailAddress: "BERT@example.com", city: "Daly" }
    const same = (await edit(changed)).json<Person>()
    expect(same).toMatchObject({ customerId: first.customerId, city: "Daly" })
    const other = await edit(BERT, "?bypassDeduplication=true")
    expect(other.json<Person>().customerId).not.toBe(first.customerId)
  })

  it("are made once for one idempotency key", async () => {
    const headers = { ConsumerKey: "c" }
    const body = { ...BERT, idempotencyKey: "k" }
    const bypass = "?bypassDeduplication=true"
    const replies = [
      await edit(body, bypass, headers),
      await edit(body, bypass, headers),
    ]
    const [first, second] = replies.map((reply) => reply.json<Person>())
    expect(second.customerId).toBe(first.customerId)
  })

  it("keep what a change leaves out", async () => {
    const changed = await edit({ customerId: ANNA, city: "Oakland" })
    expect(changed.json()).toMatchObject({
      city: "Oakland",
      lastName: "Alvarez",
      emailAddress: "anna@example.com",
    })
    expect((await edit({ customerId: 1, city: "x" })).status).toBe(404)
  })

  it("are found by phone, e-mail or the shop's number", async () => {
    const search = async (body: object) =>
      (await register.post("/customer/search", body)).json()
    expect(await search({ phone: "(415) 555-0123" })).toMatchObject([
      { matchType: "Phone", customerId: ANNA },
    ])
    expect(await search({ emailAddress: "nobody@example.com" })).toEqual([])
    expect((await register.post("/customer/search", {})).status).toBe(400)

    const external = await register.get(
      "/customer/by-external-id?externalId=cus_anna"
    )
    expect(external.json()).toMatchObject([{ customerId: ANNA }])
    const lookup = { emailAddress: "ANNA@example.com" }
    expect(
      (await register.post("/customer/customerLookup", lookup)).json()
    ).toMatchObject({ customerId: ANNA })
    expect(
      (await register.post("/customer/customerLookup", { phone: "1" })).status
    ).toBe(404)
  })

  it.each([
    ["zero", "copy"],
    ["one", "copy"],
    ["one", "empty"],
  ])(
    "are the same on pages that start at %s with a page 0 that is %s, read until nothing new comes",
    async (page_origin, page_zero) => {
      await register.control("/switches", { page_origin, page_zero })
      await register.control("/seed", {
        customers: Array.from({ length: 250 }, (_, index) => ({
          firstName: `Guest ${index}`,
          externalCustomerId: `cus_${index}`,
        })),
      })
      const seen = new Set<number>()
      let fresh = 1
      // Page 0 may be empty, and page 1 the same as page 0.
      for (let page = 0; fresh || page <= 2; page += 1) {
        const reply = await register.get(
          `/customer/customers-paginated?PageNumber=${page}&PageSize=100`
        )
        const ids = reply.json<Person[]>().map(({ customerId }) => customerId)
        fresh = ids.filter((id) => !seen.has(id)).length
        ids.forEach((id) => seen.add(id))
      }
      expect(seen.size).toBe(251)
      const tooMany = await register.get(
        `/customer/customers-paginated?PageSize=${page_origin === "one" ? 101 : 10_001}`
      )
      expect(tooMany.status).toBe(400)
    }
  )

  it("who turn out to be one order as the one, on their own, or not at all", async () => {
    const bert = (await edit(BERT)).json<Person>()
    await register.control(`/customers/${ANNA}/merge`, {
      into: bert.customerId,
    })
    const page = await register.get("/customer/customers-paginated")
    expect(page.json()).toContainEqual(
      expect.objectContaining({
        customerId: ANNA,
        mergedIntoCustomerId: bert.customerId,
      })
    )
    const bookedOn = async () => {
      const id = (await register.order()).json<number>()
      const { customerId } = await register.control<Person>(`/orders/${id}`)
      return customerId
    }
    expect(await bookedOn()).toBe(bert.customerId)
    await register.control("/switches", { merged_customer: "accept" })
    expect(await bookedOn()).toBe(ANNA)
    await register.control("/switches", { merged_customer: "refuse" })
    expect((await register.order()).status).toBe(400)
  })
})

describe("the register of the Dutchie simulator", () => {
  let register: Register

  beforeAll(async () => {
    register = await openRegister()
  })
  beforeEach(() => register.control("/reset", {}))
  afterAll(() => register.close())

  const ALL =
    "FromLastModifiedDateUTC=2000-01-01&ToLastModifiedDateUTC=2100-01-01"
  const report = (query: string) =>
    register.get(`/reporting/transactions?${query}`)
  const sell = () =>
    register.control<{ transactionId: number }>("/instore", {
      action: "sell",
      items: [{ sku: "FLW-KUSH-35", quantity: 2 }],
      customer_id: ANNA,
    })

  it("reports a return as a transaction that names the sale, and touches the sale", async () => {
    await register.control("/clock", { freeze_at: "2040-01-01T10:00:00Z" })
    const { transactionId } = await sell()
    await register.control("/clock", { advance_ms: 3_600_000 })
    await register.control("/instore", {
      action: "return",
      transaction_id: transactionId,
      reason: "Stale",
    })
    const since = await report(
      "FromLastModifiedDateUTC=2040-01-01T10:30:00Z&IncludeDetail=true"
    )
    expect(since.json()).toMatchObject([
      {
        transactionId,
        isReturn: false,
        items: [{ isReturned: true, returnReason: "Stale" }],
      },
      { isReturn: true, returnOnTransactionId: transactionId, total: -92 },
    ])
    await expect(
      register.control("/instore", {
        action: "return",
        transaction_id: transactionId,
      })
    ).rejects.toThrow("is left to return")
  })

  it("reports a void, with the goods back on the shelf", async () => {
    const { transactionId } = await sell()
    await register.control("/instore", {
      action: "void",
      transaction_id: transactionId,
    })
    expect((await report(`TransactionId=${transactionId}`)).json()).toEqual([
      expect.objectContaining({ isVoid: true, items: null }),
    ])
    const shelf = (await register.get("/inventory")).json<
      { quantityAvailable: number }[]
    >()
    expect(shelf.map((row) => row.quantityAvailable)).toEqual([5, 5])
  })

  it.each(["", `TransactionId=1&${ALL}`, "FromDateUTC=2020-01-01&" + ALL])(
    "refuses the question %p with a ValidationResult",
    async (query) => {
      const refused = await report(query)
      expect([refused.status, refused.json()]).toEqual([
        400,
        expect.objectContaining({ isValid: false, errors: expect.anything() }),
      ])
    }
  )

  it("can be switched off by the vendor", async () => {
    await register.control("/switches", { reporting_transactions: "killed" })
    expect((await report(ALL)).status).toBe(503)
  })
})
