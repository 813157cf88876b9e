import { drivingMeters, GeoPoint } from "./distance"

/** A delivery that wants a place in a route. */
export type StopToOrder = {
  id: string
  point: GeoPoint
  /** When its slot starts, milliseconds since 1970. */
  starts_at: number
}

/**
 * Puts the stops of a route into the order in which they are driven.
 *
 * Stops of an earlier slot come first. Within a slot the nearest stop is next,
 * then 2-opt turns parts of the way round while that makes it shorter. The way
 * leads from the depot back to it; without a depot it begins and ends at a stop.
 *
 * The result depends on the set of stops only, not on their order.
 *
 * @returns the ids of the stops
 */
export function orderStops(
  stops: readonly StopToOrder[],
  depot: GeoPoint | null
): string[] {
  const sorted = [...stops].sort(
    (a, b) => a.starts_at - b.starts_at || (a.id < b.id ? -1 : 1)
  )
  const meters = distanceTable(sorted, depot)
  const route: number[] = []
  for (const slot of slotsOf(sorted)) {
    appendNearest(route, slot, meters)
  }
  improve(route, sorted, meters)
  return route.map((index) => sorted[index].id)
}

/** Metres between stops by index; -1 is the depot, which costs nothing when there is none. */
type DistanceTable = (from: number, to: number) => number

const DEPOT = -1

function distanceTable(
  stops: readonly StopToOrder[],
  depot: GeoPoint | null
): DistanceTable {
  const size = stops.length
  const between = new Float64Array(size * size)
  const fromDepot = new Float64Array(size)
  stops.forEach(({ point }, row) => {
    fromDepot[row] = depot ? drivingMeters(depot, point) : 0
    for (let column = 0; column < row; column++) {
      const meters = drivingMeters(point, stops[column].point)
      between[row * size + column] = meters
      between[column * size + row] = meters
    }
  })
  return (from, to) => {
    if (from === DEPOT || to === DEPOT) {
      const stop = Math.max(from, to)
      return stop === DEPOT ? 0 : fromDepot[stop]
    }
    return between[from * size + to]
  }
}

/** Indexes of the stops, one list for each start. */
function slotsOf(stops: readonly StopToOrder[]): number[][] {
  const slots: number[][] = []
  stops.forEach(({ starts_at }, index) => {
    if (index && starts_at === stops[index - 1].starts_at) {
      slots[slots.length - 1].push(index)
    } else {
      slots.push([index])
    }
  })
  return slots
}

function appendNearest(
  route: number[],
  slot: number[],
  meters: DistanceTable
): void {
  const left = new Set(slot)
  while (left.size) {
    const last = route.length ? route[route.length - 1] : DEPOT
    let nearest = DEPOT
    for (const candidate of left) {
      if (
        nearest === DEPOT ||
        meters(last, candidate) < meters(last, nearest)
      ) {
        nearest = candidate
      }
    }
    left.delete(nearest)
    route.push(nearest)
  }
}

/** Turns parts of the way round as long as one of them makes it shorter; a part lies within one slot. */
function improve(
  route: number[],
  stops: readonly StopToOrder[],
  meters: DistanceTable
): void {
  const at = (position: number) => route[position] ?? DEPOT
  let improved = true
  while (improved) {
    improved = false
    for (let i = 0; i < route.length - 1; i++) {
      for (
        let j = i + 1;
        j < route.length &&
        stops[route[j]].starts_at === stops[route[i]].starts_at;
        j++
      ) {
        const gain =
          meters(at(i - 1), at(i)) +
          meters(at(j), at(j + 1)) -
          meters(at(i - 1), at(j)) -
          meters(at(i), at(j + 1))
        // Distances are whole metres, so this ends.
        if (gain > 0) {
          reverse(route, i, j)
          improved = true
        }
      }
    }
  }
}

function reverse(route: number[], from: number, to: number): void {
  for (let i = from, j = to; i < j; i++, j--) {
    ;[route[i], route[j]] = [route[j], route[i]]
  }
}
