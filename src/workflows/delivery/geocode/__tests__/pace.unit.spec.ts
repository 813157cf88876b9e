import { Pace } from "../pace"

describe("the pace of calls to a geocoder", () => {
  it("spaces them evenly and refuses who would wait too long", () => {
    let now = 0
    const pace = new Pace(() => now)
    expect(pace.take(1, 1_500)).toBe(0)
    expect(pace.take(1, 1_500)).toBe(1_000)
    expect(() => pace.take(1, 1_500)).toThrow("More than 1")
    now = 600
    expect(pace.take(1, 1_500)).toBe(1_400)
    now = 10_000
    expect(pace.take(1, 0)).toBe(0)
  })

  it("leaves a server that failed alone for half a minute", () => {
    let now = 0
    const pace = new Pace(() => now)
    pace.rest()
    now = 29_999
    expect(() => pace.take(1, 60_000)).toThrow("left alone")
    now = 30_000
    expect(pace.take(1, 0)).toBe(0)
  })
})
