import {
  polygonsOf,
  prepareBoundary,
  preparedContains,
  type Boundary,
} from "./geometry"
import { findCrossing } from "./ring-crossing"

/** Positions a boundary may have: more than a surveyor's outline of a country. */
export const MOST_POSITIONS = 50_000
/** Degrees between two positions that only an edge over the antimeridian has. */
const HALF_WORLD = 180

/**
 * What is wrong with a boundary, or null.
 *
 * Each ring needs four positions `[lon, lat]` in degrees, the last equal to the
 * first (RFC 7946, 3.1.6). Rings may touch but not cross; holes lie inside. A
 * shape over the antimeridian has to be cut there in two (RFC 7946, 3.1.9).
 *
 * @returns the end of a sentence that begins with "The boundary"
 */
export function boundaryProblem(boundary: Boundary): string | null {
  const polygons = polygonsOf(boundary)
  if (!polygons.length) {
    return "has no polygon"
  }
  const positions = polygons.flat().reduce((sum, ring) => sum + ring.length, 0)
  if (positions > MOST_POSITIONS) {
    return `has ${positions} positions, more than ${MOST_POSITIONS}: simplify it`
  }
  for (const rings of polygons) {
    const problem = polygonProblem(rings)
    if (problem) {
      return problem
    }
  }
  return null
}

function polygonProblem(rings: number[][][]): string | null {
  if (!rings.length) {
    return "has a polygon without a ring"
  }
  for (const ring of rings) {
    const problem = ringProblem(ring)
    if (problem) {
      return problem
    }
  }
  const crossing = findCrossing(rings)
  if (crossing === "too_intricate") {
    return "is too intricate to be checked: simplify it"
  }
  if (crossing) {
    const where = `near [${crossing.at.map((degrees) => degrees.toFixed(5)).join(", ")}]`
    const [one, other] = crossing.rings
    return one === other
      ? `crosses itself ${where}: draw it without crossing its own line`
      : `has a hole that crosses another ring ${where}`
  }
  const [outer, ...holes] = rings
  const area = prepareBoundary({ type: "Polygon", coordinates: [outer] })
  const isInside = (hole: number[][]) =>
    hole.every(([lon, lat]) => preparedContains(area, lon, lat))
  return holes.every(isInside) ? null : "has a hole outside its outer ring"
}

function ringProblem(ring: number[][]): string | null {
  if (ring.length < 4) {
    return "has a ring of fewer than four positions"
  }
  const wrong = ring.find((position) => !isPosition(position))
  if (wrong) {
    const [first, second] = wrong
    return isPosition([second, first])
      ? `has a position [${first}, ${second}] whose latitude is beyond 90 degrees: longitude comes first, they look swapped`
      : "has a position that is not [longitude, latitude] in degrees"
  }
  const [first, last] = [ring[0], ring[ring.length - 1]]
  if (first[0] !== last[0] || first[1] !== last[1]) {
    return "has a ring whose last position is not its first"
  }
  if (
    ring.some(([lon], i) => i && Math.abs(lon - ring[i - 1][0]) > HALF_WORLD)
  ) {
    return "crosses the antimeridian: cut it at 180 degrees into two polygons"
  }
  return isFlat(ring) ? "has a ring without an area" : null
}

function isPosition([lon, lat]: number[]): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90
}

/** Whether all positions lie on one line. */
function isFlat(ring: number[][]): boolean {
  const [[x, y]] = ring
  const far = ring.find(([px, py]) => px !== x || py !== y)
  if (!far) {
    return true
  }
  const [dx, dy] = [far[0] - x, far[1] - y]
  return ring.every(([px, py]) => dx * (py - y) === dy * (px - x))
}
