import {
  customerHitsReader,
  guestsReader,
  identityReader,
  preordersReader,
  productsReader,
  submittedReader,
} from "../readers"
import { refusalText } from "../refusal-text"
import { stateCode } from "../state-code"

describe("reading Dutchie's answers", () => {
  it.each([
    [123, "123", null],
    ["123", "123", null],
    [{ orderId: 123, transactionId: 9 }, "123", "9"],
    [{ PreOrderId: "123", TransactionId: null }, "123", null],
    [{ preorderid: 123 }, "123", null],
  ])(
    "takes a submission answered as %j",
    (answer, external_id, transaction) => {
      expect(submittedReader.parse(answer)).toEqual({
        external_id,
        transaction_id: transaction,
      })
    }
  )

  it.each([{}, { transactionId: 5 }, "", null, "abc", []])(
    "does not take %j for a submission",
    (answer) => {
      expect(submittedReader.safeParse(answer).success).toBe(false)
    }
  )

  it("reads keys in any case, one object as a list and numbers as text", () => {
    expect(
      identityReader.parse({ LocationId: 7, LOCATIONNAME: "Main St" })
    ).toMatchObject({ locationId: "7", locationName: "Main St", state: null })
    expect(
      preordersReader.parse({
        PreOrderId: 1,
        Status: "Filled",
        IsCancellable: false,
      })
    ).toMatchObject([
      { preOrderId: "1", status: "Filled", isCancellable: false },
    ])
    expect(productsReader.parse([{ productId: "5", sku: 42 }])).toEqual([
      { productId: "5", sku: "42", productName: null },
    ])
    expect(guestsReader.parse(null)).toEqual([])
  })

  it("finds the customer of a hit, wrapped or not, and follows a merge", () => {
    expect(
      customerHitsReader.parse([
        { customerId: 1, emailAddress: "a@b.c" },
        {
          matchType: "Email",
          customer: { CustomerId: 2, MergedIntoCustomerId: 3 },
        },
      ])
    ).toMatchObject([
      { customerId: "1", mergedIntoCustomerId: null },
      { customerId: "2", mergedIntoCustomerId: "3" },
    ])
  })
})

describe("Dutchie's reason for a refusal", () => {
  it.each([
    [
      '{"message":"Bad","propertyErrors":[{"propertyName":"items","propertyError":"too many"}]}',
      "Bad; items: too many",
    ],
    [
      '{"IsValid":false,"Errors":[{"PropertyName":"From","ErrorMessage":"exclusive"}]}',
      "From: exclusive",
    ],
    ["Product not available", "Product not available"],
    ['"Product not available"', "Product not available"],
    ["", null],
    ["<html><body>Bad gateway</body></html>", null],
  ])("is found in %j", (body, text) => {
    expect(refusalText(body)).toBe(text)
  })

  it("is cut at 300 characters", () => {
    expect(refusalText("x".repeat(1_000))).toHaveLength(300)
  })
})

describe("a state", () => {
  it.each([
    ["us-ca", "CA"],
    ["ca", "CA"],
    ["California", "California"],
    [" ", null],
    [null, null],
  ])("%j is written %j", (from, to) => {
    expect(stateCode(from)).toBe(to)
  })
})
