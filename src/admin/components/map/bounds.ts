import type { DistrictBoundary, MapPoint } from "../../../sdk/types"

/** `[west, south, east, north]` in degrees. */
export type Bounds = [number, number, number, number]

/** Half the side of what is shown around a point: a town. */
const AROUND_DEGREES = 0.06
const WORLD: Bounds = [-170, -60, 170, 75]

/** The box around boundaries, or null without any. */
export function boundsOf(
  boundaries: readonly DistrictBoundary[]
): Bounds | null {
  const positions = boundaries.flatMap((boundary) =>
    boundary.type === "Polygon"
      ? (boundary.coordinates[0] ?? [])
      : boundary.coordinates.flatMap(([outer]) => outer ?? [])
  )
  if (positions.length === 0) {
    return null
  }
  return positions.reduce<Bounds>(
    ([west, south, east, north], [lng = 0, lat = 0]) => [
      Math.min(west, lng),
      Math.min(south, lat),
      Math.max(east, lng),
      Math.max(north, lat),
    ],
    [Infinity, Infinity, -Infinity, -Infinity]
  )
}

/** What is shown around one place. @param reach - degrees to each side */
export function boundsAround(
  { lat, lng }: MapPoint,
  reach = AROUND_DEGREES
): Bounds {
  return [lng - reach, lat - reach, lng + reach, lat + reach]
}

/** Where a map begins: at the first that is known, else the world. */
export function firstBounds(
  ...known: readonly (Bounds | MapPoint | null | undefined)[]
): Bounds {
  const found = known.find((each) => each !== null && each !== undefined)
  if (!found) {
    return WORLD
  }
  return Array.isArray(found) ? found : boundsAround(found)
}
