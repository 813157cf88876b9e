import { LoginQueue } from "../login-queue"

describe("LoginQueue", () => {
  let now: number
  let pauses: number[]
  let warnings: string[]

  beforeEach(() => {
    now = 0
    pauses = []
    warnings = []
  })

  const queue = () =>
    new LoginQueue({
      logger: { warn: (text: string) => void warnings.push(text) },
      clock: () => now,
      pause: async (ms) => {
        pauses.push(ms)
        now += ms
      },
    })

  it("records in order, after whoever added has gone on", async () => {
    const seen: number[] = []
    const logins = queue()
    for (const each of [1, 2, 3]) {
      logins.add(async () => void seen.push(each))
    }
    expect(seen).toEqual([])
    await logins.drained()
    expect(seen).toEqual([1, 2, 3])
    expect(warnings).toEqual([])
  })

  it("waits for a store that is away, warns once and loses nothing", async () => {
    const seen: number[] = []
    let failures = 4
    const logins = queue()
    for (const each of [1, 2]) {
      logins.add(async () => {
        if (failures-- > 0) {
          throw new Error("away")
        }
        seen.push(each)
      })
    }
    await logins.drained()
    expect(seen).toEqual([1, 2])
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000])
    expect(warnings).toEqual([expect.stringContaining("away")])
  })

  it("gives up what waited too long, and says how many", async () => {
    const seen: string[] = []
    const logins = queue()
    logins.add(() => Promise.reject(new Error("never")))
    logins.add(async () => void seen.push("after"))
    await logins.drained()
    expect(seen).toEqual(["after"])
    expect(now).toBeGreaterThan(10 * 60_000)
    expect(now).toBeLessThan(11 * 60_000)
    expect(warnings.at(-1)).toBe("1 log-ins were not recorded")
  })

  it("has an end", async () => {
    let recorded = 0
    const logins = queue()
    for (let index = 0; index < 1_500; index++) {
      logins.add(async () => void recorded++)
    }
    await logins.drained()
    expect(recorded).toBe(1_000)
    expect(warnings).toEqual(["500 log-ins were not recorded"])
  })
})
