import type { DistrictBoundary } from "../../../sdk/types"

/** What is drawn: areas that belong to the district, and holes cut out of them. */
export type DrawnKind = "area" | "hole"

type Ring = number[][]

/** A polygon on the map; terra-draw knows none with holes, so a hole is one, too. */
export type DrawnFeature = {
  id?: string | number
  type: "Feature"
  properties: { mode: DrawnKind }
  geometry: { type: "Polygon"; coordinates: [Ring] }
}

/** Decimals that terra-draw keeps: a tenth of a millimetre. */
const PRECISION = 9

/** A boundary taken apart into what can be drawn. */
export function toFeatures(boundary: DistrictBoundary | null): DrawnFeature[] {
  if (!boundary) {
    return []
  }
  const polygons =
    boundary.type === "Polygon" ? [boundary.coordinates] : boundary.coordinates
  return polygons.flatMap((rings) =>
    rings.map((ring, index) => toFeature(ring, index === 0 ? "area" : "hole"))
  )
}

function toFeature(ring: Ring, mode: DrawnKind): DrawnFeature {
  return {
    type: "Feature",
    properties: { mode },
    geometry: { type: "Polygon", coordinates: [ring.map(rounded)] },
  }
}

const rounded = ([lng = 0, lat = 0]: number[]): number[] => [
  Number(lng.toFixed(PRECISION)),
  Number(lat.toFixed(PRECISION)),
]

/**
 * What was drawn as one boundary. A hole goes into the first area that holds its
 * first corner; one that lies in none is reported and not dropped in silence.
 */
export function toBoundary(features: readonly DrawnFeature[]): {
  boundary: DistrictBoundary | null
  strayHoles: number
} {
  const ringsOf = (kind: DrawnKind) =>
    features
      .filter(({ properties }) => properties.mode === kind)
      .map(({ geometry }) => geometry.coordinates[0])
  const polygons = ringsOf("area").map((outer): Ring[] => [outer])
  let strayHoles = 0
  for (const hole of ringsOf("hole")) {
    const around = polygons.find(([outer]) => contains(outer, hole[0]))
    if (around) {
      around.push(hole)
    } else {
      strayHoles++
    }
  }
  const [only, ...more] = polygons
  if (!only) {
    return { boundary: null, strayHoles }
  }
  return {
    strayHoles,
    boundary:
      more.length > 0
        ? { type: "MultiPolygon", coordinates: polygons }
        : { type: "Polygon", coordinates: only },
  }
}

/** Crossing-number test; whoever saves is judged by the server's exact one. */
function contains(
  ring: Ring | undefined,
  corner: number[] | undefined
): boolean {
  const [x = 0, y = 0] = corner ?? []
  let inside = false
  ring?.forEach(([xi = 0, yi = 0], i) => {
    const [xj = 0, yj = 0] = ring[i === 0 ? ring.length - 1 : i - 1] ?? []
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) {
      inside = !inside
    }
  })
  return inside
}
