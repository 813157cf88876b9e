import { MedusaError } from "@medusajs/framework/utils"

import { isAway } from "../away"

const withCode = (code: string) => Object.assign(new Error("no"), { code })

describe("a store that is away", () => {
  it.each(["ECONNREFUSED", "ETIMEDOUT", "08006", "53300", "57P01", "57014"])(
    "is known by %s",
    (code) => {
      expect(isAway(withCode(code))).toBe(true)
    }
  )

  it.each([
    "Query read timeout",
    "timeout exceeded when trying to connect",
    "Connection terminated unexpectedly",
    "Connection terminated due to connection timeout",
  ])("is known by the driver's words: %s", (message) => {
    expect(isAway(new Error(message))).toBe(true)
  })

  it("is not to blame for what is wrong with a query or with us", () => {
    for (const error of [
      withCode("42P01"),
      withCode("22P02"),
      new MedusaError(MedusaError.Types.INVALID_DATA, "The cursor is none"),
      new TypeError("x is not a function"),
      null,
      "ECONNREFUSED",
    ]) {
      expect(isAway(error)).toBe(false)
    }
  })
})
