import fc from "fast-check"

import { mergeNewest, Positions } from "../merge"
import type { PlacedEntry } from "../source"

const placed = (kind: string, minute: number, index: number): PlacedEntry => ({
  position: String(index),
  entry: {
    id: `${kind}:${index}`,
    kind: "activity",
    name: "Seen",
    at: new Date(minute * 60_000).toISOString(),
    reference: null,
    data: {},
  },
})

describe("mergeNewest", () => {
  it("pages through several streams without gap, repeat or disorder", () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 15 })
    fc.assert(
      fc.property(
        minutes,
        minutes,
        fc.integer({ min: 1, max: 6 }),
        (one, two, limit) => {
          const whole = [one, two].map((times, stream) => ({
            kind: `kind-${stream}`,
            entries: times
              .toSorted((a, b) => b - a)
              .map((minute, index) => placed(`kind-${stream}`, minute, index)),
          }))
          const seen: PlacedEntry["entry"][] = []
          let positions: Positions = {}
          for (;;) {
            const streams = whole.map(({ kind, entries }) => {
              const from = kind in positions ? Number(positions[kind]) + 1 : 0
              return { kind, entries: entries.slice(from, from + limit + 1) }
            })
            const { entries, read, more } = mergeNewest(streams, limit)
            seen.push(...entries)
            positions = { ...positions, ...read }
            if (!more) {
              break
            }
          }
          expect(seen).toHaveLength(one.length + two.length)
          expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
          const times = seen.map(({ at }) => at)
          expect(times).toEqual(times.toSorted().toReversed())
        }
      )
    )
  })
})
