import { MOST_AGE_MS, Refreshed } from "../refreshed"

/** A value that is read by hand, and a clock that is moved by hand. */
function setUp() {
  let now = 0
  const waiting: ((value: string) => void)[] = []
  const refreshed = new Refreshed<string>(() => now)
  return {
    waiting,
    refreshed,
    pass: (ms: number) => (now += ms),
    get: () =>
      refreshed.get(
        () => new Promise<string>((resolve) => waiting.push(resolve))
      ),
  }
}

describe("Refreshed", () => {
  it("reads once for all who ask within its time, and again after it", async () => {
    const { get, pass, waiting } = setUp()
    const first = [get(), get(), get()]
    expect(waiting).toHaveLength(1)
    waiting[0]("one")
    expect(await Promise.all(first)).toEqual(["one", "one", "one"])
    pass(MOST_AGE_MS - 1)
    expect(await get()).toBe("one")
    pass(1)
    const second = get()
    waiting[1]("two")
    expect(await second).toBe("two")
  })

  it("counts the age from before the reading, not from its end", async () => {
    const { get, pass, waiting } = setUp()
    const first = get()
    pass(MOST_AGE_MS)
    waiting[0]("old already")
    expect(await first).toBe("old already")
    void get()
    expect(waiting).toHaveLength(2)
  })

  it("never keeps what was being read while it was changed here", async () => {
    const { get, refreshed, waiting } = setUp()
    const before = get()
    refreshed.forget()
    const after = get()
    expect(waiting).toHaveLength(2)
    waiting[1]("new")
    waiting[0]("old")
    expect(await before).toBe("old")
    expect(await after).toBe("new")
    expect(await get()).toBe("new")
  })

  it("keeps no failure: the next who asks tries again", async () => {
    let fails = true
    const refreshed = new Refreshed<string>(() => 0)
    const read = async () => {
      if (fails) {
        throw new Error("database away")
      }
      return "back"
    }
    await expect(refreshed.get(read)).rejects.toThrow("database away")
    fails = false
    expect(await refreshed.get(read)).toBe("back")
  })
})
