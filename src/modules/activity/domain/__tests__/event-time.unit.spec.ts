import fc from "fast-check"

import { eventTime } from "../event-time"

const YEAR_MS = 365 * 24 * 60 * 60_000
const received = new Date("2026-03-01T10:00:00Z")
const at = (text: string) => new Date(text)

describe("eventTime", () => {
  it("takes what happened as long before arrival as it was before sending", () => {
    expect(
      eventTime({
        original: at("1999-01-01T00:00:00Z"),
        sent: at("1999-01-01T00:00:30Z"),
        received,
      })
    ).toEqual(at("2026-03-01T09:59:30Z"))
  })

  it("believes the time itself when the client does not say when it sent", () => {
    const original = at("2026-02-28T10:00:00Z")
    expect(eventTime({ original, sent: null, received })).toEqual(original)
    expect(eventTime({ original: null, sent: original, received })).toEqual(
      received
    )
  })

  it("does not believe 1970, nor tomorrow", () => {
    for (const text of ["1970-01-01T00:00:00Z", "2026-03-02T00:00:00Z"]) {
      const original = at(text)
      expect(eventTime({ original, sent: null, received })).toEqual(received)
    }
  })

  it("does not believe a clock that jumped, nor a time that is none", () => {
    const absurd: [string, string][] = [
      // Sent years before it happened, and years after.
      ["2026-03-01T09:59:00Z", "2019-03-01T09:59:00Z"],
      ["1970-01-01T00:00:01Z", "2026-03-01T10:00:00Z"],
      // A clock that was never set, until it was sent.
      ["+275760-09-13T00:00:00Z", "2026-03-01T10:00:00Z"],
      ["2026-03-01T10:00:00Z", "-271821-04-20T00:00:00Z"],
      ["no time", "2026-03-01T10:00:00Z"],
      ["2026-03-01T09:00:00Z", "no time"],
    ]
    for (const [original, sent] of absurd) {
      expect([
        original,
        eventTime({ original: at(original), sent: at(sent), received }),
      ]).toEqual([original, received])
    }
  })

  it("is never after arrival nor absurdly before it, whatever clocks say", () => {
    const instant = fc.option(fc.date({ noInvalidDate: false }), { nil: null })
    fc.assert(
      fc.property(instant, instant, (original, sent) => {
        const age =
          received.getTime() - eventTime({ original, sent, received }).getTime()
        expect(age).toBeGreaterThanOrEqual(0)
        expect(age).toBeLessThanOrEqual(10 * YEAR_MS)
      })
    )
  })

  it("does not depend on how wrong the client's clock is", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: YEAR_MS }),
        fc.integer({ min: -20 * YEAR_MS, max: 20 * YEAR_MS }),
        (age, skew) => {
          const sent = new Date(received.getTime() + skew)
          const original = new Date(sent.getTime() - age)
          expect(eventTime({ original, sent, received }).getTime()).toBe(
            received.getTime() - age
          )
        }
      )
    )
  })
})
