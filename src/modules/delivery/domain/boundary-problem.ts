import { polygonsOf, type Boundary } from "./geometry"

/**
 * What is wrong with a boundary, or null. A ring needs four positions, the last
 * equal to the first (RFC 7946, 3.1.6), each `[lon, lat]` in degrees.
 */
export function boundaryProblem(boundary: Boundary): string | null {
  const polygons = polygonsOf(boundary)
  if (!polygons.length) {
    return "has no polygon"
  }
  for (const rings of polygons) {
    if (!rings.length) {
      return "has a polygon without a ring"
    }
    for (const ring of rings) {
      const problem = ringProblem(ring)
      if (problem) {
        return problem
      }
    }
  }
  return null
}

function ringProblem(ring: number[][]): string | null {
  if (ring.length < 4) {
    return "has a ring of fewer than four positions"
  }
  if (!ring.every(isPosition)) {
    return "has a position that is not [longitude, latitude] in degrees"
  }
  const [first, last] = [ring[0], ring[ring.length - 1]]
  if (first[0] !== last[0] || first[1] !== last[1]) {
    return "has a ring whose last position is not its first"
  }
  return null
}

function isPosition([lon, lat]: number[]): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90
}
