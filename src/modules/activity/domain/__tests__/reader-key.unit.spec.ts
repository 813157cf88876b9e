import fc from "fast-check"

import {
  isUseToNote,
  LAST_USED_SECONDS,
  readableSources,
  readerKeyState,
} from "../reader-key"

const now = new Date("2026-05-01T12:00:00Z")
const at = (seconds: number) => new Date(now.getTime() + seconds * 1_000)

describe("a reader's key", () => {
  it.each([
    ["active", null, null],
    ["active", null, at(1)],
    ["expired", null, at(0)],
    ["expired", null, at(-1)],
    ["revoked", at(-1), null],
    ["revoked", at(-1), at(-1)],
  ])(
    "is %s when revoked at %s and expiring at %s",
    (state, revoked, expires) => {
      expect(
        readerKeyState({ revoked_at: revoked, expires_at: expires }, now)
      ).toBe(state)
    }
  )

  it("reads what it is asked for, and never more than it may", () => {
    const sources = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"))
    fc.assert(
      fc.property(
        fc.option(sources),
        fc.option(fc.constantFrom("a", "b", "c", "d"), { nil: undefined }),
        (allowed, asked) => {
          const read = readableSources(allowed, asked)
          if (asked === undefined) {
            expect(read).toEqual(allowed)
          } else if (allowed && !allowed.includes(asked)) {
            expect(read).toBe("forbidden")
          } else {
            expect(read).toEqual([asked])
          }
        }
      )
    )
  })

  it("is noted as used when that has not been done for a while", () => {
    expect(isUseToNote(null, now)).toBe(true)
    expect(isUseToNote(at(-LAST_USED_SECONDS + 1), now)).toBe(false)
    expect(isUseToNote(at(-LAST_USED_SECONDS), now)).toBe(true)
  })
})
