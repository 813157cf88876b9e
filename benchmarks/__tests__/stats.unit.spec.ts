import { check, double, array, property } from "fast-check"

import { median, percentile } from "../lib/stats"

const twenty = Array.from({ length: 20 }, (_, index) => 20 - index)
const numbers = array(double({ noNaN: true, noDefaultInfinity: true }), {
  minLength: 1,
})

describe("percentile", () => {
  it("is the nearest rank of the sorted values", () => {
    expect(percentile(twenty, 0.95)).toBe(19)
    expect(percentile(twenty, 0.5)).toBe(10)
    expect(percentile(twenty, 1)).toBe(20)
    expect(percentile([7], 0.95)).toBe(7)
  })

  it("leaves the values in their order", () => {
    const values = [3, 1, 2]
    percentile(values, 0.95)
    expect(values).toEqual([3, 1, 2])
  })

  it("is one of the values, and so many do not exceed it", () => {
    const holds = property(numbers, (values) => {
      const found = percentile(values, 0.95)
      const below = values.filter((value) => value <= found).length
      return values.includes(found) && below >= 0.95 * values.length
    })
    expect(check(holds).failed).toBe(false)
  })

  it("refuses what has no answer", () => {
    expect(() => percentile([], 0.95)).toThrow(RangeError)
    expect(() => percentile([1], 0)).toThrow(RangeError)
    expect(() => percentile([1], 95)).toThrow(RangeError)
  })
})

describe("median", () => {
  it("is the middle, or the mean of the two in the middle", () => {
    expect(median([10, 9, 100])).toBe(10)
    expect(median([1, 2, 10, 3])).toBe(2.5)
  })

  it("does not mind one round that was disturbed", () => {
    expect(median([5, 5, 5, 5, 5, 5, 5000])).toBe(5)
  })

  it("refuses no values", () => {
    expect(() => median([])).toThrow(RangeError)
  })
})
