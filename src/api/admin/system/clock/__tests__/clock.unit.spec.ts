import { Clock } from "../clock"

describe("Clock", () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it("ticks once a second for any number of listeners, and for none not at all", () => {
    let ticks = 0
    const clock = new Clock(() => ticks++)
    jest.advanceTimersByTime(5_000)
    expect(ticks).toBe(0)

    clock.join()
    clock.join()
    jest.advanceTimersByTime(3_000)
    expect(ticks).toBe(3)

    clock.leave()
    jest.advanceTimersByTime(1_000)
    expect(ticks).toBe(4)

    clock.leave()
    jest.advanceTimersByTime(5_000)
    expect(ticks).toBe(4)
    expect(clock.running).toBe(false)

    clock.join()
    jest.advanceTimersByTime(1_000)
    expect(ticks).toBe(5)
    clock.leave()
  })
})
