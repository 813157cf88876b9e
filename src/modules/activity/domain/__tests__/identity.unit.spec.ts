import { claimedCustomer } from "../identity"

const CUSTOMER = "cus_01JQ0V4W6Y8Z2B3C5D7F9GAHKM"

describe("claimedCustomer", () => {
  it("believes who knows a customer's id", () => {
    expect(claimedCustomer(CUSTOMER)).toBe(CUSTOMER)
  })

  it.each([
    null,
    "",
    "ada@example.com",
    "42",
    "cus_1",
    "cus_01jq0v4w6y8z2b3c5d7f9gahkm",
    ` ${CUSTOMER}`,
    `${CUSTOMER}X`,
    CUSTOMER.replace("cus_", "user_"),
    // I, L, O and U are no letters of a ULID.
    CUSTOMER.replace("K", "I"),
  ])("believes nobody who says %p", (user_id) => {
    expect(claimedCustomer(user_id)).toBeNull()
  })
})
