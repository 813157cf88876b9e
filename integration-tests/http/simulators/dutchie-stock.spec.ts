import { GUMMIES, KUSH, openRegister, type Register } from "./register"

type Row = {
  inventoryId: number
  productId: number
  quantityAvailable: number
  allocatedQuantity?: number | null
}

describe("the shelf of the Dutchie simulator", () => {
  let register: Register

  beforeAll(async () => {
    register = await openRegister()
  })
  beforeEach(() => register.control("/reset", {}))
  afterAll(() => register.close())

  const rows = async (path = "/inventory") =>
    (await register.get(path)).json<Row[]>()
  const quantities = async (path?: string) =>
    (await rows(path)).map(({ quantityAvailable }) => quantityAvailable)

  it("has a row per package and none for what is sold out", async () => {
    expect(await rows()).toMatchObject([
      { productId: KUSH, quantityAvailable: 5, quantityUnits: "ea" },
      { productId: KUSH, quantityAvailable: 5 },
    ])
    await register.control("/instore", {
      action: "sell",
      items: [{ sku: "FLW-KUSH-35", quantity: 7 }],
    })
    expect(await quantities()).toEqual([3])
  })

  it("takes the package that expires first", async () => {
    await register.control("/seed", {
      packages: [
        {
          sku: "EDI-GUM-100",
          inventoryId: 1,
          quantity: 4,
          expirationDate: "2031-01-01T00:00:00Z",
        },
        {
          sku: "EDI-GUM-100",
          inventoryId: 2,
          quantity: 4,
          expirationDate: "2030-01-01T00:00:00Z",
        },
      ],
    })
    await register.order({ items: [{ productId: GUMMIES, quantity: 3 }] })
    const gummies = (await rows()).filter(
      ({ productId }) => productId === GUMMIES
    )
    expect(gummies).toMatchObject([
      { inventoryId: 1, quantityAvailable: 4 },
      { inventoryId: 2, quantityAvailable: 1 },
    ])
  })

  it("tells what is kept for orders, in or out of what is available", async () => {
    await register.order()
    const path = "/reporting/inventory?includeAllocated=true"
    expect(await rows(path)).toMatchObject([
      { quantityAvailable: 3, allocatedQuantity: 2 },
      { quantityAvailable: 5, allocatedQuantity: 0 },
    ])
    await register.control("/switches", { quantity_available: "gross" })
    expect(await quantities(path)).toEqual([5, 5])
  })

  it("keeps stock when an order is submitted, prepared or never", async () => {
    await register.control("/switches", { reserve_at: "processing" })
    const id = (await register.order()).json<number>()
    expect(await quantities()).toEqual([5, 5])
    await register.control(`/orders/${id}/advance`, {})
    expect(await quantities()).toEqual([3, 5])

    await register.control("/reset", {})
    await register.control("/switches", { reserve_at: "never" })
    const unkept = (await register.order()).json<number>()
    await register.control(`/orders/${unkept}/advance`, { status: "Filled" })
    expect(await quantities()).toEqual([5, 5])
    await register.control(`/orders/${unkept}/advance`, {})
    expect(await quantities()).toEqual([3, 5])
  })

  it("tells what was there some minutes ago when it is stale", async () => {
    await register.control("/switches", { inventory_stale_seconds: 120 })
    await register.control("/clock", { advance_ms: 600_000 })
    await register.order()
    expect(await quantities()).toEqual([5, 5])
    await register.control("/clock", { advance_ms: 119_000 })
    expect(await quantities()).toEqual([5, 5])
    await register.control("/clock", { advance_ms: 2_000 })
    expect(await quantities()).toEqual([3, 5])
  })

  it("is told by one endpoint only at some stores", async () => {
    await register.control("/switches", {
      inventory_endpoint: "reporting_only",
    })
    expect(await rows()).toEqual([])
    expect(await quantities("/reporting/inventory")).toEqual([5, 5])
    expect(await quantities("/reporting/inventory?Skip=1&Take=1")).toEqual([5])
  })

  it("tells lab results and rooms when asked", async () => {
    const [plain] = await rows()
    expect(plain).toMatchObject({ labResults: null, roomQuantities: null })
    const [asked] = await rows(
      "/inventory?includeLabResults=true&includeRoomQuantities=true"
    )
    expect(asked).toMatchObject({
      labResults: [],
      roomQuantities: [{ room: "Sales Floor", quantityAvailable: 5 }],
    })
  })

  it("writes down what came in and what was counted, and where the state has another number", async () => {
    await register.control("/instore", {
      action: "receive",
      sku: "FLW-KUSH-35",
      quantity: 4,
    })
    await register.control("/instore", {
      action: "adjust",
      sku: "FLW-KUSH-35",
      quantity: -1,
      reason: "Broken jar",
    })
    const adjusted = await register.get(
      "/inventory/inventorytransaction?transactionType=Adjust"
    )
    expect(adjusted.json()).toMatchObject([
      { sku: "FLW-KUSH-35", quantity: -1, fromQuantity: 9, toQuantity: 8 },
    ])
    const [{ inventoryId }] = await rows()
    await register.control("/seed", {
      packages: [{ inventoryId, quantity: 8, stateQuantity: 10 }],
    })
    const recon = await register.get("/integration/integration-recon")
    expect(recon.json()).toMatchObject({
      discrepancies: [{ inventoryId, quantity: 8, difference: -2 }],
    })
  })

  describe("and its catalogue", () => {
    const names = async (query = "") =>
      (await register.get(`/products${query}`))
        .json<{ productName: string }[]>()
        .map(({ productName }) => productName)
    const rename = (productName: string) =>
      register.control("/seed", {
        products: [{ sku: "FLW-KUSH-35", productName, price: 40 }],
      })

    it("lists products with and without stock, and those changed since", async () => {
      expect(await names()).toEqual(["Kush 3.5 g", "Gummies 100 mg"])
      await register.control("/clock", { freeze_at: "2040-01-01T00:00:00Z" })
      await rename("Purple Kush 3.5 g")
      expect(
        await names("?fromLastModifiedDateUTC=2039-12-31T00:00:00")
      ).toEqual(["Purple Kush 3.5 g"])
      expect(await names("?offset=1&limit=1")).toEqual(["Gummies 100 mg"])
    })

    it("leaves out what is not for integrators, from the shelf too", async () => {
      const hide = { sku: "FLW-KUSH-35", productName: "Kush", price: 40 }
      await register.control("/seed", {
        products: [{ ...hide, apiEnabled: false }],
      })
      expect(await names()).toEqual(["Gummies 100 mg"])
      expect(await rows()).toEqual([])
    })

    it("tells a change up to an hour later", async () => {
      await register.control("/clock", { freeze_at: "2040-01-01T00:00:00Z" })
      await register.control("/switches", { products_stale_minutes: 60 })
      await rename("Purple Kush 3.5 g")
      expect(await names()).toContain("Kush 3.5 g")
      await register.control("/clock", { advance_ms: 59 * 60_000 })
      expect(await names()).toContain("Kush 3.5 g")
      await register.control("/clock", { advance_ms: 2 * 60_000 })
      expect(await names()).toContain("Purple Kush 3.5 g")
    })
  })
})
