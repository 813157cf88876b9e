/** `[lon, lat]` in degrees. */
export type Position = readonly [number, number]

/** `[west, south, east, north]` in degrees. */
export type BoundingBox = readonly [number, number, number, number]

/** GeoJSON geometries that can bound a district (RFC 7946). */
export type Boundary =
  | { type: "Polygon"; coordinates: number[][][] }
  | { type: "MultiPolygon"; coordinates: number[][][][] }

/**
 * How far beside an edge a point still lies on it, in degrees: a tenth of a
 * millimetre. Coordinates of a point computed on an edge are rounded.
 */
export const MARGIN = 1e-9

/** The polygons of a boundary, each an outer ring followed by its holes. */
export function polygonsOf(boundary: Boundary): number[][][][] {
  return boundary.type === "Polygon"
    ? [boundary.coordinates]
    : boundary.coordinates
}

/** The box around a boundary, which does not cross the antimeridian (`boundaryProblem`). */
export function boundingBoxOf(boundary: Boundary): BoundingBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [outer] of polygonsOf(boundary)) {
    for (const [lon, lat] of outer) {
      west = Math.min(west, lon)
      south = Math.min(south, lat)
      east = Math.max(east, lon)
      north = Math.max(north, lat)
    }
  }
  return [west, south, east, north]
}

/** Whether a point lies in the box or on its edge. */
export function boxContains(box: BoundingBox, [lon, lat]: Position): boolean {
  return (
    lon >= box[0] - MARGIN &&
    lat >= box[1] - MARGIN &&
    lon <= box[2] + MARGIN &&
    lat <= box[3] + MARGIN
  )
}

/**
 * Whether a point lies in the boundary. A point on an edge or corner counts as
 * inside, so that an address on a shared border always has a district; holes
 * are outside except for their edge.
 */
export function boundaryContains(boundary: Boundary, point: Position): boolean {
  return polygonsOf(boundary).some((rings) => polygonContains(rings, point))
}

function polygonContains(rings: number[][][], point: Position): boolean {
  const [outer, ...holes] = rings
  const position = ringPosition(outer, point)
  if (position !== "inside") {
    return position === "edge"
  }
  return !holes.some((hole) => ringPosition(hole, point) === "inside")
}

/** Crossing-number test, with points on a segment found first. */
function ringPosition(
  ring: number[][],
  [x, y]: Position
): "inside" | "edge" | "outside" {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]
    const [xj, yj] = ring[j]
    if (isOnSegment(x, y, xi, yi, xj, yj)) {
      return "edge"
    }
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) {
      inside = !inside
    }
  }
  return inside ? "inside" : "outside"
}

function isOnSegment(
  x: number,
  y: number,
  xi: number,
  yi: number,
  xj: number,
  yj: number
): boolean {
  if (
    x < Math.min(xi, xj) - MARGIN ||
    x > Math.max(xi, xj) + MARGIN ||
    y < Math.min(yi, yj) - MARGIN ||
    y > Math.max(yi, yj) + MARGIN
  ) {
    return false
  }
  const length = Math.hypot(xj - xi, yj - yi)
  const cross = (x - xi) * (yj - yi) - (y - yi) * (xj - xi)
  return Math.abs(cross) <= MARGIN * length || length <= MARGIN
}
