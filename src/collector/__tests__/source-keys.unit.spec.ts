import { SourceKeys } from "../source-keys"

const SECOND = 1_000

describe("SourceKeys", () => {
  let now: number
  let asked: string[]
  let keys: SourceKeys
  let load: (key: string) => Promise<string | null>

  beforeEach(() => {
    now = 0
    asked = []
    keys = new SourceKeys(() => now)
    load = async (key) => {
      asked.push(key)
      return key.startsWith("good") ? `id of ${key}` : null
    }
  })

  it("asks once for all that come at the same time, and again when it is old", async () => {
    const answers = await Promise.all(
      ["good", "good", "bad"].map((key) => keys.find(key, load))
    )
    expect(answers).toEqual(["id of good", "id of good", null])
    now = 29 * SECOND
    await keys.find("good", load)
    expect(asked).toEqual(["good", "bad"])
    now = 31 * SECOND
    await keys.find("good", load)
    expect(asked).toEqual(["good", "bad", "good"])
  })

  it("gives a refused key another chance soon: it may have been made since", async () => {
    await keys.find("later", load)
    now = 6 * SECOND
    expect(await keys.find("later", async () => "id")).toBe("id")
  })

  it("goes on with what it knew while the keys cannot be asked for", async () => {
    await keys.find("good", load)
    const away = () => Promise.reject(new TypeError("away"))
    now = 60 * SECOND
    expect(await keys.find("good", away)).toBe("id of good")
    await expect(keys.find("new", away)).rejects.toThrow("away")
    now = 11 * 60 * SECOND
    await expect(keys.find("good", away)).rejects.toThrow("away")
    expect(await keys.find("good", load)).toBe("id of good")
  })

  it("does not remember every key that was ever guessed", async () => {
    for (let guess = 0; guess <= 5_000; guess++) {
      await keys.find(`bad ${guess}`, load)
    }
    await keys.find("bad 5000", load)
    await keys.find("bad 0", load)
    expect(asked.slice(-2)).toEqual(["bad 5000", "bad 0"])
  })
})
