import fc from "fast-check"

import { hashToken, isToken, newToken, tokensEqual } from "../token"

describe("tokens", () => {
  it("are 256 random bits in 43 url-safe characters", () => {
    const tokens = Array.from({ length: 1000 }, newToken)
    expect(new Set(tokens).size).toBe(1000)
    expect(tokens.every(isToken)).toBe(true)
    expect(Buffer.from(tokens[0], "base64url")).toHaveLength(32)
  })

  it("are told from nonsense", () => {
    const token = newToken()
    for (const wrong of [
      "",
      "x",
      `${token}A`,
      token.slice(1),
      `${token.slice(1)}.`,
    ]) {
      expect(isToken(wrong)).toBe(false)
    }
  })

  it("are stored as sha256 in hex", () => {
    expect(hashToken("abc")).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
  })

  it("compare as strings do", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(tokensEqual(a, b)).toBe(a === b)
        expect(tokensEqual(a, a)).toBe(true)
      })
    )
  })
})
