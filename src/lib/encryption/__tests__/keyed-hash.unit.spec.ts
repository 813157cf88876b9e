import { keyedHash } from "../keyed-hash"

const key = (id: string, byte: number) => ({
  id,
  key: Buffer.alloc(32, byte).toString("base64"),
})
const old = key("old", 1)

describe("keyedHash", () => {
  it("is the same for the same, and tells purposes and keys apart", () => {
    const hash = keyedHash("ada@example.com", [old], "email")
    expect(hash).toMatch(/^[\w-]{22}$/)
    expect(keyedHash("ada@example.com", [old], "email")).toBe(hash)
    expect(keyedHash("bob@example.com", [old], "email")).not.toBe(hash)
    expect(keyedHash("ada@example.com", [old], "other")).not.toBe(hash)
    expect(keyedHash("ada@example.com", [key("x", 2)], "email")).not.toBe(hash)
  })

  it("stays while a new key is put before the old one", () => {
    expect(keyedHash("a", [key("new", 2), old], "email")).toBe(
      keyedHash("a", [old], "email")
    )
  })

  it("wants a key", () => {
    expect(() => keyedHash("a", [], "email")).toThrow(/ENCRYPTION_KEYS/)
  })
})
