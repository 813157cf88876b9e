import fc from "fast-check"

import { tickOf } from "../tick"

describe("tickOf", () => {
  const instants = fc.date({
    min: new Date("2020-01-01T00:00:00Z"),
    max: new Date("2100-01-01T00:00:00Z"),
    noInvalidDate: true,
  })
  const lengths = fc.integer({ min: 1, max: 86_400 })

  it("lies at most one interval back and never ahead", () => {
    fc.assert(
      fc.property(instants, lengths, (now, everySeconds) => {
        const back = now.getTime() - tickOf(now, everySeconds).getTime()
        expect(back).toBeGreaterThanOrEqual(0)
        expect(back).toBeLessThan(everySeconds * 1_000)
      })
    )
  })

  it("is one for all processes that ask within it", () => {
    fc.assert(
      fc.property(
        instants,
        lengths,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (now, everySeconds, part) => {
          const tick = tickOf(now, everySeconds)
          const within = new Date(
            tick.getTime() + Math.floor(part * everySeconds * 1_000)
          )
          expect(tickOf(within, everySeconds)).toEqual(tick)
        }
      )
    )
  })

  it("starts at the full minute for a minute", () => {
    expect(tickOf(new Date("2026-03-01T10:00:59.999Z"), 60)).toEqual(
      new Date("2026-03-01T10:00:00Z")
    )
  })
})
