import fc from "fast-check"

import {
  hasInstructions,
  INSTRUCTIONS_KEY,
  instructionsOf,
  mergeInstructions,
  NO_INSTRUCTIONS,
  NOTE_LENGTH,
  readInstructions,
} from "../instructions"

const stored = (value: unknown) => ({ [INSTRUCTIONS_KEY]: value })

describe("instructions in metadata", () => {
  it("reads what was written", () => {
    const wish = {
      note: "Ring twice",
      gift_wrap: true,
      gift_message: "For Ada",
    }
    expect(readInstructions(stored(wish))).toEqual(wish)
  })

  it("reads anything a storefront may have put there, without failing", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const metadata of [value, stored(value)]) {
          const { note, gift_wrap, gift_message } = readInstructions(metadata)
          expect(typeof gift_wrap).toBe("boolean")
          for (const text of [note, gift_message]) {
            expect(text === null || text.length > 0).toBe(true)
          }
          expect(note?.length ?? 0).toBeLessThanOrEqual(NOTE_LENGTH)
        }
      })
    )
  })

  it("keeps the good fields beside a bad one", () => {
    expect(
      readInstructions(stored({ note: 7, gift_wrap: true, gift_message: " " }))
    ).toEqual({ note: null, gift_wrap: true, gift_message: null })
  })
})

describe("mergeInstructions", () => {
  const before = { note: "Ring twice", gift_wrap: true, gift_message: "Hi" }

  it("keeps what is left out and takes away what is emptied", () => {
    expect(mergeInstructions(before, { gift_message: "" })).toEqual({
      ...before,
      gift_message: null,
    })
    expect(mergeInstructions(before, { note: null, gift_wrap: false })).toEqual(
      {
        note: null,
        gift_wrap: false,
        gift_message: "Hi",
      }
    )
    expect(mergeInstructions(before, {})).toEqual(before)
  })
})

describe("instructionsOf", () => {
  it("lists the lines that have a wish, and no others", () => {
    const { items, ...whole } = instructionsOf({
      metadata: { other: 1 },
      items: [
        { id: "a", metadata: null },
        { id: "b", metadata: stored({ note: "Candles: 7" }) },
      ],
    })
    expect(whole).toEqual(NO_INSTRUCTIONS)
    expect(items).toEqual([
      { item_id: "b", ...NO_INSTRUCTIONS, note: "Candles: 7" },
    ])
    expect(hasInstructions(whole)).toBe(false)
  })
})
