import { cached } from "../cached"
import { isReady, toLines } from "../verdict"

describe("cached", () => {
  it("asks once for all callers until the answer is old", async () => {
    let time = 0
    let asked = 0
    const read = cached(
      1_000,
      async () => ++asked,
      () => time
    )
    expect(await Promise.all([read(1), read(1)])).toEqual([1, 1])
    time = 999
    expect(await read(1)).toBe(1)
    time = 1_000
    expect(await read(1)).toBe(2)
  })

  it("asks no second time while the answer is on its way", async () => {
    let time = 0
    const answers: ((value: string) => void)[] = []
    const read = cached(
      1_000,
      () => new Promise<string>((resolve) => answers.push(resolve)),
      () => time
    )
    const first = read(1)
    time = 5_000
    const second = read(1)
    expect(answers).toHaveLength(1)
    answers[0]?.("late")
    expect(await Promise.all([first, second])).toEqual(["late", "late"])
  })

  it("does not keep a failure", async () => {
    let asked = 0
    const read = cached(1_000, async () => {
      asked++
      if (asked === 1) {
        throw new TypeError("away")
      }
      return asked
    })
    await expect(read(1)).rejects.toThrow("away")
    expect(await read(1)).toBe(2)
  })
})

describe("isReady", () => {
  it("depends on the database and Redis, not on what lags", () => {
    const checks = (database: "ok" | "down", redis: "off" | "down") =>
      [
        { name: "database", status: database },
        { name: "redis", status: redis },
        { name: "outbox", status: "down" },
      ] as const
    expect(isReady([...checks("ok", "off")])).toBe(true)
    expect(isReady([...checks("down", "off")])).toBe(false)
    expect(isReady([...checks("ok", "down")])).toBe(false)
  })
})

describe("toLines", () => {
  it("writes a line per dependency and no message", () => {
    expect(
      toLines([
        { name: "database", status: "ok", latency_ms: 2, message: "secret" },
        { name: "redis", status: "off", latency_ms: null, message: "secret" },
      ])
    ).toBe("database ok 2ms\nredis off\n")
  })
})
