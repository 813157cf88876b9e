import { loadOf } from "../slot-load"

describe("loadOf", () => {
  it.each([
    [0, 8, "open", 0],
    [2, 8, "open", 0.25],
    [8, 8, "full", 1],
    [9, 8, "over", 1],
    [0, 0, "full", 1],
    [1, 0, "over", 1],
  ])("says of %d of %d: %s", (reserved, capacity, state, share) =>
    expect(loadOf({ reserved, capacity })).toEqual({ state, share })
  )
})
