import { drivingMeters } from "./distance"
import type { Tour } from "./tour"

export type DistrictShare = {
  stops: number
  /** Whole metres of the tour that are driven for these stops. */
  metres: number
}

/**
 * What of a tour is driven for each district: a leg between two stops belongs
 * to both by half, a leg from or to the depot to its stop. The shares add up to
 * the tour, but for rounding.
 *
 * @param districtOf - of a stop, by its id
 */
export function districtShares(
  { stops, depot }: Pick<Tour, "depot" | "stops">,
  districtOf: (stopId: string) => string
): Map<string, DistrictShare> {
  const shares = new Map<string, DistrictShare>()
  stops.forEach(({ id, point }, index) => {
    const leg = (neighbour: number) =>
      stops[neighbour]
        ? drivingMeters(stops[neighbour].point, point) / 2
        : drivingMeters(depot, point)
    const district = districtOf(id)
    const share = shares.get(district) ?? { stops: 0, metres: 0 }
    shares.set(district, {
      stops: share.stops + 1,
      metres: share.metres + leg(index - 1) + leg(index + 1),
    })
  })
  return new Map(
    [...shares].map(([district, { stops, metres }]) => [
      district,
      { stops, metres: Math.round(metres) },
    ])
  )
}
