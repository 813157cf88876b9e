import fc from "fast-check"

import { partitionsFrom } from "../partitions"

describe("partitionsFrom", () => {
  it("names months as Postgres is told them", () => {
    expect(partitionsFrom(new Date("2026-11-30T23:59:59Z"), 1)).toEqual([
      {
        name: "event_2026_11",
        from: "2026-11-01T00:00:00.000Z",
        to: "2026-12-01T00:00:00.000Z",
      },
      {
        name: "event_2026_12",
        from: "2026-12-01T00:00:00.000Z",
        to: "2027-01-01T00:00:00.000Z",
      },
    ])
  })

  it("covers the instant and leaves no gap between months", () => {
    const days = fc.date({
      min: new Date("2020-01-01"),
      max: new Date("2100-01-01"),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, (now) => {
        const partitions = partitionsFrom(now)
        expect(partitions).toHaveLength(4)
        expect(partitions[0].from <= now.toISOString()).toBe(true)
        expect(partitions[0].to > now.toISOString()).toBe(true)
        partitions.slice(1).forEach(({ from }, index) => {
          expect(from).toBe(partitions[index].to)
        })
      })
    )
  })
})
