import fc from "fast-check"

import {
  PARTITIONED_TABLES,
  partitionNamed,
  partitionsFrom,
} from "../partitions"
import { expiredPartitions } from "../retention"

const days = fc.date({
  min: new Date("2020-01-01"),
  max: new Date("2100-01-01"),
  noInvalidDate: true,
})

describe("partitionsFrom", () => {
  it("names months as Postgres is told them", () => {
    const now = new Date("2026-11-30T23:59:59Z")
    expect(partitionsFrom(now, 1, ["event", "visit"])).toEqual([
      {
        table: "event",
        name: "event_2026_11",
        from: "2026-11-01T00:00:00.000Z",
        to: "2026-12-01T00:00:00.000Z",
      },
      {
        table: "event",
        name: "event_2026_12",
        from: "2026-12-01T00:00:00.000Z",
        to: "2027-01-01T00:00:00.000Z",
      },
      expect.objectContaining({ table: "visit", name: "visit_2026_11" }),
      expect.objectContaining({ table: "visit", name: "visit_2026_12" }),
    ])
  })

  it.each(PARTITIONED_TABLES)(
    "covers the instant and leaves no gap between months of %s",
    (table) => {
      fc.assert(
        fc.property(days, (now) => {
          const partitions = partitionsFrom(now).filter(
            (partition) => partition.table === table
          )
          expect(partitions).toHaveLength(4)
          expect(partitions[0].from <= now.toISOString()).toBe(true)
          expect(partitions[0].to > now.toISOString()).toBe(true)
          partitions.slice(1).forEach(({ from }, index) => {
            expect(from).toBe(partitions[index].to)
          })
        })
      )
    }
  )

  it("finds each by its name again, and no other table", () => {
    fc.assert(
      fc.property(days, (now) => {
        const partitions = partitionsFrom(now)
        expect(partitions.map(({ name }) => partitionNamed(name))).toEqual(
          partitions
        )
      })
    )
    expect(partitionNamed("event_key_2026_11")).toBeNull()
    expect(partitionNamed("event_pkey")).toBeNull()
  })
})

describe("expiredPartitions", () => {
  const retention = { events_months: 2, visits_months: 1, logins_months: 3 }
  const now = new Date("2026-11-21T12:00:00Z")
  const months = ["2026-07", "2026-08", "2026-09", "2026-10"].flatMap((month) =>
    partitionsFrom(new Date(`${month}-15`), 0)
  )
  const names = (counted: string | null) =>
    expiredPartitions(months, retention, {
      now,
      counted: counted === null ? null : new Date(counted),
    }).map(({ name }) => name)

  it("are whole months older than their class is kept", () => {
    expect(names("2026-11-21T11:59:00Z")).toEqual([
      "event_2026_07",
      "visit_2026_07",
      "login_2026_07",
      "event_2026_08",
      "visit_2026_08",
      "visit_2026_09",
    ])
  })

  it("stay while their events are not counted", () => {
    expect(names("2026-08-31T23:59:59Z")).toEqual([
      "event_2026_07",
      "visit_2026_07",
      "login_2026_07",
    ])
    expect(names(null)).toEqual(["login_2026_07"])
  })

  it("never hold anything younger than that", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (at, kept) => {
        const limit = new Date(at)
        limit.setUTCDate(1)
        limit.setUTCMonth(limit.getUTCMonth() - kept)
        const expired = expiredPartitions(
          partitionsFrom(new Date("2019-01-01"), 1000, ["visit"]),
          { ...retention, visits_months: kept },
          { now: at, counted: at }
        )
        expect(expired.every(({ to }) => new Date(to) <= limit)).toBe(true)
      })
    )
  })
})
