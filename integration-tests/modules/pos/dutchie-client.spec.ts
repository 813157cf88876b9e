import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

import type {
  OutgoingOrder,
  PosSession,
} from "../../../src/modules/pos/adapters/contract"
import { dutchieAdapter } from "../../../src/modules/pos/adapters/dutchie"
import { PosError } from "../../../src/modules/pos/domain/pos-error"
import { Dutchie, DUTCHIE_KEY, startDutchie } from "../../http/pos/dutchie"

jest.setTimeout(60_000)

const NO_SCOPE_KEY = "dutchie-key-without-orders-0000"

describe("the Dutchie client against a Dutchie of its own process", () => {
  let dutchie: Dutchie
  let connection = 0

  const open = (
    api_key = DUTCHIE_KEY,
    settings: Record<string, unknown> = {}
  ): PosSession =>
    dutchieAdapter.open({
      // Of its own: limits are counted per connection.
      connection_id: `posconn_${connection++}`,
      base_url: dutchie.url,
      credentials: { api_key },
      settings: dutchieAdapter.parseSettings(settings),
    })

  beforeAll(async () => {
    dutchie = await startDutchie(
      path.join(mkdtempSync(path.join(tmpdir(), "dutchie-")), "state.json")
    )
  })
  beforeEach(async () => {
    await dutchie.reset()
    await dutchie.seed({
      location: { locationName: "Market Street" },
      keys: [{ key: DUTCHIE_KEY }, { key: NO_SCOPE_KEY, roles: ["Inventory"] }],
      products: [
        { sku: "FLW-1", productName: "Flower", price: 40, stock: 50 },
        { sku: "EDI-1", productName: "Gummies", price: 20, stock: 0 },
      ],
    })
  })
  afterAll(() => dutchie.stop())

  const outgoing = async (
    session: PosSession,
    over: Partial<OutgoingOrder> = {}
  ): Promise<OutgoingOrder> => {
    const products = await session.readCatalogue()
    const flower = products.find(({ sku }) => sku === "FLW-1")
    return {
      display_id: 7,
      reference: "7-ABCDEF",
      customer: {
        id: "cus_1",
        email: "ada@example.com",
        phone: "4155550100",
        first_name: "Ada",
        last_name: "Buyer",
      },
      address: {
        address_1: "1 Test Street",
        address_2: null,
        city: "San Francisco",
        province: "us-ca",
        postal_code: "94110",
      },
      is_delivery: true,
      products: [
        { external_product_id: flower?.external_id ?? "", quantity: 2 },
      ],
      ...over,
    }
  }

  const failure = async (call: Promise<unknown>): Promise<PosError> => {
    const error = await call.then(
      () => new Error("The call did not fail"),
      (thrown: Error) => thrown
    )
    if (!(error instanceof PosError)) {
      throw error
    }
    return error
  }

  it("says whom a key belongs to, in either casing of the answer", async () => {
    for (const whoami_casing of ["camel", "pascal"]) {
      await dutchie.switches({ whoami_casing })
      expect(await open().check()).toMatchObject({
        location_name: "Market Street",
        state: "CA",
      })
    }
  })

  it("tells a wrong key and a missing permission from a bad day", async () => {
    expect(await failure(open("wrong").check())).toMatchObject({
      kind: "connection",
      status: 401,
    })
    expect(await failure(open(NO_SCOPE_KEY).readOpenOrders())).toMatchObject({
      kind: "connection",
      status: 403,
    })
    await dutchie.fault({ action: { kind: "status", status: 503 } })
    expect(await failure(open().check())).toMatchObject({ kind: "retry" })
  })

  it("reads the catalogue from whichever source is set", async () => {
    const skus = async (catalogue_source: string) =>
      (await open(DUTCHIE_KEY, { catalogue_source }).readCatalogue()).map(
        ({ sku }) => sku
      )
    expect(await skus("products")).toEqual(["FLW-1", "EDI-1"])
    // What is sold out is left out of the stock lists.
    expect(await skus("inventory")).toEqual(["FLW-1"])
    expect(await skus("reporting_inventory")).toEqual(["FLW-1"])
  })

  it.each(["int", "object", "pascal_object", "string"])(
    "submits an order and reads its number from an answer as %s",
    async (submit_answer) => {
      await dutchie.switches({ submit_answer })
      const session = open()
      const prepared = await session.prepareOrder(
        await outgoing(session),
        "key"
      )
      const { external_id } = await session.submitOrder(prepared, "key")
      expect(await dutchie.orders()).toMatchObject([
        { preOrderId: Number(external_id), transactionReference: "7-ABCDEF" },
      ])
    }
  )

  it("makes one customer for two orders, and none of a banned one", async () => {
    const session = open()
    const order = await outgoing(session)
    const first = await session.prepareOrder(order, "key-1")
    const second = await session.prepareOrder(
      { ...order, reference: "8-ABCDEF" },
      "key-2"
    )
    expect(second.external_customer_id).toBe(first.external_customer_id)
    expect(await dutchie.requests("/customer/customer")).toHaveLength(1)

    await dutchie.seed({
      customers: [
        { firstName: "Bob", emailAddress: "bob@example.com", status: "Banned" },
      ],
    })
    const banned = {
      ...order,
      customer: { ...order.customer, id: "cus_2", email: "bob@example.com" },
    }
    expect(await failure(session.prepareOrder(banned, "key-3"))).toMatchObject({
      kind: "refused",
      message: expect.stringContaining("Banned"),
    })
    expect(await dutchie.requests("/customer/customer")).toHaveLength(1)
  })

  it("says what an order lacks before Dutchie is asked to make a customer", async () => {
    const session = open()
    const order = await outgoing(session, { address: null })
    expect(await failure(session.prepareOrder(order, "key"))).toMatchObject({
      kind: "refused",
      message: expect.stringContaining("address1, city, state, postalCode"),
    })
  })

  it("makes no second order by sending the same again", async () => {
    const session = open()
    const prepared = await session.prepareOrder(await outgoing(session), "key")
    const first = await session.submitOrder(prepared, "key")
    expect(await session.submitOrder(prepared, "key")).toEqual(first)
    expect(await dutchie.orders()).toHaveLength(1)
  })

  it.each(["commit_then_timeout", "commit_then_500", "commit_then_reset"])(
    "finds the order of a submission that ended with %s",
    async (kind) => {
      const session = open()
      const prepared = await session.prepareOrder(
        await outgoing(session),
        "key"
      )
      await dutchie.fault({
        match: { path: "/preorder/submit" },
        action: { kind },
      })
      const submitted_at = new Date()
      expect(
        await failure(
          session.submitOrder(prepared, "key", {
            signal: AbortSignal.timeout(2_000),
          })
        )
      ).toMatchObject({ kind: "retry", maybeDone: true })
      const lost = {
        reference: "7-ABCDEF",
        external_customer_id: prepared.external_customer_id,
        submitted_at,
        now: new Date(),
      }
      const [order] = await dutchie.orders()
      const found = {
        kind: "found",
        external_id: String(order.preOrderId),
      }
      expect(await session.findOrder(lost)).toMatchObject(found)

      // Staff edited the reference: it can only be one of the customer's.
      await dutchie.advance(order.preOrderId, { reference: "gone" })
      expect(await session.findOrder(lost)).toEqual({
        kind: "none",
        candidates: [
          { external_id: String(order.preOrderId), reference: "gone" },
        ],
      })

      // It was handed out meanwhile, and is not open any more.
      await dutchie.advance(order.preOrderId, { reference: "7-ABCDEF" })
      for (const status of ["Processing", "Filled", "Complete"]) {
        await dutchie.advance(order.preOrderId, { status })
      }
      expect(
        await session.findOrder({ ...lost, now: new Date() })
      ).toMatchObject(found)
    }
  )

  it("reads how orders stand, one or all, as an object or a list", async () => {
    const session = open()
    const prepared = await session.prepareOrder(await outgoing(session), "key")
    const { external_id } = await session.submitOrder(prepared, "key")
    for (const status_answer of ["object", "array"]) {
      await dutchie.switches({ status_answer })
      const expected = { external_id, word: "Submitted", rejected_reason: null }
      expect(await session.readOrder(external_id)).toMatchObject(expected)
      expect(await session.readOpenOrders()).toMatchObject([expected])
    }
    expect(await session.readOrder("999999")).toBeNull()
    await dutchie.advance(external_id, { reject: "out of stock" })
    expect(await session.readOrder(external_id)).toMatchObject({
      rejected_reason: "out of stock",
    })
  })

  it("cancels an order, and says that it cannot be canceled any more", async () => {
    const session = open()
    const prepared = await session.prepareOrder(await outgoing(session), "key")
    const { external_id } = await session.submitOrder(prepared, "key")
    await session.cancelOrder(external_id, "Canceled")
    expect(await dutchie.orders()).toMatchObject([{ status: "Cancelled" }])
    expect(
      await failure(session.cancelOrder(external_id, "Again"))
    ).toMatchObject({ kind: "refused", status: 400 })
  })
})
