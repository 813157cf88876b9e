import {
  isAmount,
  isWhole,
  orEmpty,
  toGrams,
  toKilograms,
  toNumberOrNull,
  toText,
} from "../typed-numbers"

describe("typed numbers", () => {
  it("takes a comma as a decimal point, and nothing as null", () => {
    expect(toNumberOrNull(" 4,50 ")).toBe(4.5)
    expect(toNumberOrNull("0")).toBe(0)
    expect(toNumberOrNull("  ")).toBeNull()
    expect(toText(null)).toBe("")
    expect(toText(0)).toBe("0")
  })

  it("sends kilograms as whole grams", () => {
    expect(toGrams("40")).toBe(40_000)
    // 2.3 * 1000 is not 2300 in floating point.
    expect(toGrams("2,3")).toBe(2_300)
    expect(toGrams("0.005")).toBe(5)
    expect(toGrams("")).toBeNull()
  })

  it.each([0, 1, 5, 999, 1_001, 40_000, 123_456_789])(
    "shows %d grams so that they come back",
    (grams) => expect(toGrams(toKilograms(grams))).toBe(grams)
  )

  it("tells what is a number of its kind", () => {
    expect(["0", "10", "11", "1.5", "-1", ""].map(isWhole(1, 10))).toEqual([
      false,
      true,
      false,
      false,
      false,
      false,
    ])
    expect(["0", "4,50", "4.5555", "1e3", "100.5"].map(isAmount(100))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
    expect(["", " ", "3", "x"].map(orEmpty(isWhole(0, 9)))).toEqual([
      true,
      true,
      true,
      false,
    ])
  })
})
