import fc from "fast-check"

import { stableGuid } from "../idempotency"
import { RateWindow, WINDOW_MS } from "../rate-window"

describe("the limit of calls", () => {
  it("is never exceeded in any minute, whenever calls come", () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 20_000 }), {
      maxLength: 200,
    })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), pauses, (limit, gaps) => {
        const window = new RateWindow(limit)
        const taken: number[] = []
        let now = 0
        for (const gap of gaps) {
          now += gap
          const wait = window.take(now)
          if (wait === 0) {
            taken.push(now)
          } else {
            // Waiting as told is enough.
            now += wait
            expect(window.take(now)).toBe(0)
            taken.push(now)
          }
        }
        for (const start of taken) {
          const inWindow = taken.filter(
            (each) => each >= start && each < start + WINDOW_MS
          )
          expect(inWindow.length).toBeLessThanOrEqual(limit)
        }
      })
    )
  })

  it("holds still until the vendor's block is over", () => {
    const window = new RateWindow(100)
    window.blockUntil(5_000)
    expect(window.take(1_000)).toBe(4_000)
    expect(window.take(5_000)).toBe(0)
  })
})

describe("an idempotency key", () => {
  it("is a GUID, the same for the same words and another for others", () => {
    expect(stableGuid("a", "b")).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
    )
    expect(stableGuid("a", "b")).toBe(stableGuid("a", "b"))
    expect(stableGuid("a", "b")).not.toBe(stableGuid("ab"))
  })
})
