import fc from "fast-check"

import { GeoPoint } from "../distance"
import { measureRoute } from "../measure-route"
import { orderStops, StopToOrder } from "../order-stops"

const DEPOT: GeoPoint = { lat: 37.79, lng: -122.39 }

const point = fc.record({
  lat: fc.double({ min: 37.7, max: 37.8, noNaN: true }),
  lng: fc.double({ min: -122.5, max: -122.4, noNaN: true }),
})
/** Up to 40 stops in up to three slots. */
const someStops = fc
  .array(fc.tuple(point, fc.integer({ min: 0, max: 2 })), { maxLength: 40 })
  .map((rows): StopToOrder[] =>
    rows.map(([at, slot], index) => ({
      id: `b${String(index).padStart(3, "0")}`,
      point: at,
      starts_at: slot * 7_200_000,
    }))
  )
const depots = fc.constantFrom(DEPOT, null)

const inOrder = (stops: StopToOrder[], ids: string[]) =>
  ids.flatMap((id) => stops.find((stop) => stop.id === id) ?? [])
const length = (stops: StopToOrder[], depot: GeoPoint | null) =>
  measureRoute(
    stops.map((stop) => stop.point),
    depot
  ).total

function permutations<T>(items: T[]): T[][] {
  return items.length < 2
    ? [items]
    : items.flatMap((item, index) =>
        permutations(items.filter((_, other) => other !== index)).map(
          (rest) => [item, ...rest]
        )
      )
}

describe("orderStops", () => {
  it("visits every stop once, and earlier slots before later ones", () => {
    fc.assert(
      fc.property(someStops, depots, (stops, depot) => {
        const ids = orderStops(stops, depot)
        expect([...ids].sort()).toEqual(stops.map(({ id }) => id).sort())
        const starts = inOrder(stops, ids).map(({ starts_at }) => starts_at)
        expect(starts).toEqual([...starts].sort((a, b) => a - b))
      })
    )
  })

  it("depends on the set of stops, not on their order", () => {
    fc.assert(
      fc.property(
        someStops.chain((stops) =>
          fc.tuple(
            fc.constant(stops),
            fc.shuffledSubarray(stops, { minLength: stops.length })
          )
        ),
        ([stops, shuffled]) => {
          expect(orderStops(shuffled, DEPOT)).toEqual(orderStops(stops, DEPOT))
        }
      )
    )
  })

  it("leaves no part of a slot that would be shorter turned round", () => {
    fc.assert(
      fc.property(someStops, depots, (stops, depot) => {
        const route = inOrder(stops, orderStops(stops, depot))
        const total = length(route, depot)
        for (let i = 0; i < route.length; i++) {
          for (
            let j = i + 1;
            j < route.length && route[j].starts_at === route[i].starts_at;
            j++
          ) {
            const turned = [
              ...route.slice(0, i),
              ...route.slice(i, j + 1).reverse(),
              ...route.slice(j + 1),
            ]
            expect(length(turned, depot)).toBeGreaterThanOrEqual(total)
          }
        }
      }),
      { numRuns: 30 }
    )
  })

  it("comes close to the best of all orders on small routes", () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 6 }), (points) => {
        const stops = points.map((at, index) => ({
          id: String(index),
          point: at,
          starts_at: 0,
        }))
        const best = Math.min(
          ...permutations(stops).map((order) => length(order, DEPOT))
        )
        const found = length(inOrder(stops, orderStops(stops, DEPOT)), DEPOT)
        // A local optimum of 2-opt; a few metres are rounding of short legs.
        expect(found).toBeLessThanOrEqual(best * 1.25 + 10)
      }),
      { numRuns: 60, seed: 11 }
    )
  })

  it("drives along a street instead of to and fro", () => {
    const stops = [4, 1, 3, 2, 5].map((house) => ({
      id: `house ${house}`,
      point: { lat: 37.79, lng: -122.39 - house / 100 },
      starts_at: 0,
    }))
    const ids = orderStops(stops, DEPOT)
    const along = [1, 2, 3, 4, 5].map((house) => `house ${house}`)
    expect([along, [...along].reverse()]).toContainEqual(ids)
  })

  it("orders 500 stops of one slot in the time a person waits", () => {
    const stops = fc
      .sample(fc.array(point, { minLength: 500, maxLength: 500 }), {
        numRuns: 1,
        seed: 7,
      })[0]
      .map((at, index) => ({ id: String(index), point: at, starts_at: 0 }))
    const start = performance.now()
    expect(orderStops(stops, DEPOT)).toHaveLength(500)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})
