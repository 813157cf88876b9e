import { drivingMeters, GeoPoint } from "./distance"

export type MeasuredRoute = {
  /** Metres from the stop before, or from the depot; null where that is not known. */
  legs: (number | null)[]
  /** Metres from the last stop back to the depot. */
  back: number | null
  /** All known legs and the way back. */
  total: number
}

/**
 * The length of a way through points in their order. A stop without a position
 * is passed over: the leg after it starts at the last known point.
 */
export function measureRoute(
  points: readonly (GeoPoint | null)[],
  depot: GeoPoint | null
): MeasuredRoute {
  let last = depot
  const legs = points.map((point) => {
    const leg = last && point ? drivingMeters(last, point) : null
    last = point ?? last
    return leg
  })
  const back =
    last && depot && points.length ? drivingMeters(last, depot) : null
  return {
    legs,
    back,
    total: legs.reduce<number>((sum, leg) => sum + (leg ?? 0), back ?? 0),
  }
}
