import { randomBytes } from "node:crypto"

import fc from "fast-check"

import { decrypt, encrypt, EncryptionKey, needsRotation } from ".."

const makeKey = (id: string): EncryptionKey => ({
  id,
  key: randomBytes(32).toString("base64"),
})
const CONTEXT = "pos_connection.credentials"
const older = makeKey("2025-01")
const newer = makeKey("2025-06")

describe("encryption", () => {
  it("gives back any text, in the documented form", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const value = encrypt(text, [newer, older], CONTEXT)
        expect(value).toMatch(/^v1\.2025-06\.[\w-]{16}\.[\w-]{22}\.[\w-]*$/)
        expect(decrypt(value, [older, newer], CONTEXT)).toBe(text)
      })
    )
  })

  it("never writes the same value twice", () => {
    const values = Array.from({ length: 100 }, () =>
      encrypt("same", [newer], CONTEXT)
    )
    expect(new Set(values).size).toBe(100)
  })

  it("refuses a value in which any one character was changed", () => {
    const value = encrypt("a secret of the shop", [newer, older], CONTEXT)
    fc.assert(
      fc.property(
        fc.nat({ max: value.length - 1 }),
        fc.constantFrom(..."AZaz09-_.+="),
        (at, character) => {
          fc.pre(value[at] !== character)
          const changed = value.slice(0, at) + character + value.slice(at + 1)
          expect(() => decrypt(changed, [newer, older], CONTEXT)).toThrow(
            CONTEXT
          )
        }
      ),
      { numRuns: 500 }
    )
  })

  it("refuses a value cut short, so that no weaker tag is accepted", () => {
    const [version, id, iv, tag, data] = encrypt(
      "secret",
      [newer],
      CONTEXT
    ).split(".")
    const short = Buffer.from(tag, "base64url").subarray(0, 4)
    expect(() =>
      decrypt(
        [version, id, iv, short.toString("base64url"), data].join("."),
        [newer],
        CONTEXT
      )
    ).toThrow("is not an encrypted value")
  })

  it("binds a value to its context", () => {
    const value = encrypt("secret", [newer], CONTEXT)
    expect(() => decrypt(value, [newer], "driver.phone")).toThrow(
      /driver\.phone does not decrypt with key "2025-06"/
    )
    expect(() => encrypt("secret", [newer], "")).toThrow("needs a context")
  })

  it("decrypts with an older key and asks for rotation", () => {
    const value = encrypt("secret", [older], CONTEXT)
    const keys = [newer, older]
    expect(needsRotation(value, keys)).toBe(true)

    const rotated = encrypt(decrypt(value, keys, CONTEXT), keys, CONTEXT)
    expect(needsRotation(rotated, keys)).toBe(false)
    expect(decrypt(rotated, [newer], CONTEXT)).toBe("secret")
  })

  it("names the missing key and what to do", () => {
    const value = encrypt("secret", [older], CONTEXT)
    expect(() => decrypt(value, [newer], CONTEXT)).toThrow(
      /key "2025-01", which is not in options\.encryption\.keys: add it back/
    )
    expect(() => encrypt("secret", [], CONTEXT)).toThrow(
      "openssl rand -base64 32"
    )
  })

  it("never puts the key or the secret into an error", () => {
    const impostor = { ...makeKey(newer.id) }
    const value = encrypt("top-secret", [newer], CONTEXT)
    const wrongLength = { id: "short", key: "c2hvcnQ=" }
    const messages = [
      () => decrypt(value, [impostor], CONTEXT),
      () => encrypt("top-secret", [wrongLength], CONTEXT),
      () => decrypt("top-secret", [newer], CONTEXT),
    ].map((run) => {
      try {
        run()
      } catch (error) {
        return String(error)
      }
      return "did not throw"
    })

    expect(messages[0]).toContain('key "2025-06"')
    expect(messages[1]).toContain('key "short" has 5 bytes')
    for (const message of messages) {
      expect(message).not.toContain("did not throw")
      expect(message).not.toContain("top-secret")
      expect(message).not.toContain(impostor.key)
      expect(message).not.toContain(wrongLength.key)
    }
  })
})
