import fc from "fast-check"

import {
  decideAfterFailure,
  errorText,
  isExhausted,
  leaseMs,
  mayHaveBeenSent,
  retryDelayMs,
} from "../decide"
import { UndeliverableError } from "../undeliverable-error"

const HOUR = 60 * 60_000
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const attempts = fc.integer({ min: 1, max: 10_000 })

describe("retryDelayMs", () => {
  it("doubles from five seconds to an hour", () => {
    expect([1, 2, 3, 4, 20].map((n) => retryDelayMs(n, 0))).toEqual([
      5_000,
      10_000,
      20_000,
      40_000,
      HOUR,
    ])
  })

  it("takes off at most half, at random", () => {
    fc.assert(
      fc.property(attempts, random, (n, r) => {
        const longest = retryDelayMs(n, 0)
        const delay = retryDelayMs(n, r)
        expect(delay).toBeLessThanOrEqual(longest)
        expect(delay).toBeGreaterThanOrEqual(longest / 2)
        expect(longest).toBeLessThanOrEqual(HOUR)
      })
    )
  })

  it("never gets shorter from one attempt to the next", () => {
    fc.assert(
      fc.property(attempts, random, (n, r) => {
        expect(retryDelayMs(n + 1, r)).toBeGreaterThanOrEqual(
          retryDelayMs(n, r)
        )
      })
    )
  })
})

describe("decideAfterFailure", () => {
  const now = new Date("2026-03-01T10:00:00Z")

  it("retries in the future until the last attempt, then buries", () => {
    fc.assert(
      fc.property(attempts, attempts, random, (made, maxAttempts, r) => {
        const outcome = decideAfterFailure({
          attempts: made,
          maxAttempts,
          error: new TypeError("no"),
          now,
          random: r,
        })
        if (made >= maxAttempts) {
          expect(outcome).toEqual({ status: "failed", error: "no" })
        } else {
          expect(outcome.status).toBe("pending")
          expect(
            outcome.status === "pending" && outcome.nextAttemptAt > now
          ).toBe(true)
        }
      })
    )
  })

  it("buries at once what cannot be delivered", () => {
    expect(
      decideAfterFailure({
        attempts: 1,
        maxAttempts: 10,
        error: new UndeliverableError("unknown product"),
        now,
        random: 0,
      })
    ).toEqual({ status: "failed", error: "unknown product" })
  })
})

describe("the rest of a message's life", () => {
  it("gives a lookup and a send of the slowest handler time within a lease", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(600_000)), (timeouts) => {
        const lease = leaseMs(timeouts.map((timeoutMs) => ({ timeoutMs })))
        for (const timeoutMs of timeouts) {
          expect(lease).toBeGreaterThan(2 * timeoutMs)
        }
        expect(lease).toBeGreaterThan(0)
      })
    )
  })

  it("looks up unless it is certain that nothing was sent", () => {
    expect(mayHaveBeenSent({ attempts: 1, lastError: null })).toBe(false)
    expect(mayHaveBeenSent({ attempts: 2, lastError: null })).toBe(true)
    // A replayed dead letter counts its attempts from the start.
    expect(mayHaveBeenSent({ attempts: 1, lastError: "timeout" })).toBe(true)
  })

  it("is exhausted after its last attempt, not during it", () => {
    expect(isExhausted({ attempts: 3 }, { maxAttempts: 3 })).toBe(false)
    expect(isExhausted({ attempts: 4 }, { maxAttempts: 3 })).toBe(true)
  })

  it("keeps the reason short, whatever was thrown", () => {
    expect(errorText(new TypeError("x".repeat(5_000)))).toHaveLength(1_000)
    expect(errorText("plain text")).toBe("plain text")
    expect(errorText(new TypeError(""))).toBe("unknown error")
  })
})
