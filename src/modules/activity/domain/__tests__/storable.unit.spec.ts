import fc from "fast-check"

import { isDeeperThan, storableJson, storableText } from "../storable"

describe("storableText", () => {
  it("leaves out what is no text, and nothing else", () => {
    expect(storableText("a\0b\ud800c")).toBe("abc")
    expect(storableText("crème brûlée 🎂")).toBe("crème brûlée 🎂")
  })
})

describe("storableJson", () => {
  it("keeps what only looks like an escape", () => {
    const value = { path: "C:\\u0000\\ud800", zero: "a\0b", half: "\udfff!" }
    expect(JSON.parse(storableJson(value))).toEqual({
      path: "C:\\u0000\\ud800",
      zero: "ab",
      half: "!",
    })
  })

  it("is the value itself when the text in it is text", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value)
        fc.pre(!json.includes("\\u0000"))
        expect(storableJson(value)).toBe(json)
      })
    )
  })

  it("is JSON without zero characters and halves, whatever comes in", () => {
    const unit = fc.constantFrom(
      "\0",
      "\\",
      "u0000",
      "ud800",
      "\ud83c",
      "\udf82",
      '"',
      "é"
    )
    const text = fc
      .array(unit, { maxLength: 12 })
      .map((parts) => parts.join(""))
    fc.assert(
      fc.property(fc.dictionary(text, text), (value) => {
        const parsed: unknown = JSON.parse(storableJson(value))
        const expected = Object.entries(value).map(([key, inner]) =>
          [key, inner].map(storableText)
        )
        expect(new Set(Object.keys(Object(parsed)))).toEqual(
          new Set(expected.map(([key]) => key))
        )
      })
    )
  })
})

describe("isDeeperThan", () => {
  it("counts levels and does not drown in them", () => {
    const nested = (levels: number): unknown =>
      JSON.parse("[".repeat(levels) + "]".repeat(levels))
    expect(isDeeperThan("flat", 0)).toBe(false)
    expect(isDeeperThan(nested(64), 64)).toBe(false)
    expect(isDeeperThan(nested(65), 64)).toBe(true)
    expect(isDeeperThan(nested(5_000), 64)).toBe(true)
  })
})
