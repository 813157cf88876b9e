import { demoKey } from "../random/demo-key"
import { randomFor } from "../random/random"

const draw = (count: number, ...name: string[]) => {
  const random = randomFor(...name)
  return Array.from({ length: count }, () => random.next())
}

describe("chance of the demo shop", () => {
  it("is the same for the same name and another for another", () => {
    expect(draw(50, "a", "b")).toEqual(draw(50, "a", "b"))
    expect(draw(50, "a", "b")).not.toEqual(draw(50, "a", "c"))
  })

  it("never changes: what was drawn is in people's shops", () => {
    const random = randomFor("cornerstore")
    const numbers = [1, 2, 3].map(() => random.int(0, 9999))
    expect(numbers).toEqual([2623, 1928, 6710])
  })

  it("spreads evenly", () => {
    const values = draw(20_000, "spread")
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    expect(mean).toBeGreaterThan(0.49)
    expect(mean).toBeLessThan(0.51)
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...values)).toBeLessThan(1)
  })

  it("weighs, and gives nothing twice when several are wanted", () => {
    const random = randomFor("weights")
    const drawn = Array.from({ length: 3000 }, () =>
      random.weighted([
        ["often", 9],
        ["seldom", 1],
      ] as const)
    )
    const seldom = drawn.filter((each) => each === "seldom").length
    expect(seldom).toBeGreaterThan(200)
    expect(seldom).toBeLessThan(400)
    expect(new Set(random.some([1, 2, 3, 4, 5], 4)).size).toBe(4)
    expect(random.some([1, 2], 5).sort()).toEqual([1, 2])
  })
})

describe("keys of the demo's rows", () => {
  it("look and sort like the ids Medusa makes", () => {
    const early = demoKey(new Date("2026-01-01T00:00:00Z"), "order", 1)
    const late = demoKey(new Date("2026-01-01T00:00:00.001Z"), "order", 1)
    expect(early).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
    expect(early < late).toBe(true)
    // The time of https://github.com/ulid/spec's own example.
    expect(demoKey(new Date(1469918176385), "x").slice(0, 10)).toBe(
      "01ARYZ6S41"
    )
  })

  it("are the same for the same row only", () => {
    const at = new Date("2026-01-01T00:00:00Z")
    expect(demoKey(at, "order", 1, 2)).toBe(demoKey(at, "order", 1, 2))
    expect(demoKey(at, "order", 1, 2)).not.toBe(demoKey(at, "order", 2, 1))
  })
})
