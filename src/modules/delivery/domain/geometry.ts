/** `[lon, lat]` in degrees. */
export type Position = readonly [number, number]

/** `[west, south, east, north]` in degrees. */
export type BoundingBox = readonly [number, number, number, number]

/** GeoJSON geometries that can bound a district (RFC 7946). */
export type Boundary =
  | { type: "Polygon"; coordinates: number[][][] }
  | { type: "MultiPolygon"; coordinates: number[][][][] }

/**
 * A boundary for many lookups: polygons of rings, an outer one followed by its
 * holes, each as longitude, latitude, longitude ... in one block of memory.
 */
export type PreparedBoundary = {
  box: BoundingBox
  polygons: Float64Array[][]
}

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

/** Lays a boundary out so that a lookup in it costs little. */
export function prepareBoundary(boundary: Boundary): PreparedBoundary {
  return {
    box: boundingBoxOf(boundary),
    polygons: polygonsOf(boundary).map((rings) =>
      rings.map((ring) =>
        Float64Array.from(ring.flatMap(([lon, lat]) => [lon, lat]))
      )
    ),
  }
}

/**
 * Whether a point lies in the boundary. A point on an edge or corner counts as
 * inside, so that an address on a shared border always has a district; holes
 * are outside except for their edge.
 */
export function boundaryContains(boundary: Boundary, point: Position): boolean {
  return preparedContains(prepareBoundary(boundary), point[0], point[1])
}

/** As `boundaryContains`, for a boundary that was prepared. Degrees. */
export function preparedContains(
  { polygons }: PreparedBoundary,
  lon: number,
  lat: number
): boolean {
  return polygons.some((rings) => polygonContains(rings, lon, lat))
}

function polygonContains(
  rings: readonly Float64Array[],
  x: number,
  y: number
): boolean {
  const position = ringPosition(rings[0], x, y)
  if (position !== "inside") {
    return position === "edge"
  }
  for (let i = 1; i < rings.length; i++) {
    if (ringPosition(rings[i], x, y) === "inside") {
      return false
    }
  }
  return true
}

/** Crossing-number test, with points on a segment found first. */
function ringPosition(
  ring: Float64Array,
  x: number,
  y: number
): "inside" | "edge" | "outside" {
  let inside = false
  let xj = ring[ring.length - 2]
  let yj = ring[ring.length - 1]
  for (let i = 0; i < ring.length; i += 2) {
    const xi = ring[i]
    const yi = ring[i + 1]
    if (isOnSegment(x, y, xi, yi, xj, yj)) {
      return "edge"
    }
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) {
      inside = !inside
    }
    xj = xi
    yj = yi
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
