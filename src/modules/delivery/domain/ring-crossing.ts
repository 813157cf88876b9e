import { boundingBoxOf, MARGIN, type Position } from "./geometry"

/** Where two edges cross, and the rings they belong to. */
export type Crossing = { at: Position; rings: [number, number] }

type Edge = {
  ring: number
  ax: number
  ay: number
  bx: number
  by: number
  /** Extent along the direction of the sweep, and across it. */
  from: number
  to: number
  low: number
  high: number
}

/** Half a second's worth. Only shapes made to be slow need more. */
const MOST_COMPARISONS = 50_000_000

/**
 * The first place at which edges of these rings cross, or null. Rings that only
 * touch, as drawn and surveyed ones often do in a corner or along an edge, do not
 * cross.
 *
 * Edges are swept along the longer side of the shape, so that each is compared
 * with those beside it and not with all of them.
 *
 * @returns `"too_intricate"` for a shape that would take minutes
 */
export function findCrossing(
  rings: readonly (readonly number[][])[]
): Crossing | "too_intricate" | null {
  const edges = edgesOf(rings).sort((a, b) => a.from - b.from)
  let comparisons = 0
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i]
    for (let j = i + 1; j < edges.length; j++) {
      const other = edges[j]
      if (other.from > edge.to) {
        break
      }
      if (++comparisons > MOST_COMPARISONS) {
        return "too_intricate"
      }
      if (other.low > edge.high || other.high < edge.low) {
        continue
      }
      const at = crossingOf(edge, other)
      if (at) {
        return { at, rings: [edge.ring, other.ring] }
      }
    }
  }
  return null
}

function edgesOf(rings: readonly (readonly number[][])[]): Edge[] {
  const [west, south, east, north] = boundingBoxOf({
    type: "Polygon",
    coordinates: rings.map((ring) => [...ring]),
  })
  const along = east - west >= north - south ? 0 : 1
  const across = 1 - along
  return rings.flatMap((ring, index) =>
    ring.slice(1).map((end, i) => {
      const start = ring[i]
      return {
        ring: index,
        ax: start[0],
        ay: start[1],
        bx: end[0],
        by: end[1],
        from: Math.min(start[along], end[along]),
        to: Math.max(start[along], end[along]),
        low: Math.min(start[across], end[across]),
        high: Math.max(start[across], end[across]),
      }
    })
  )
}

/** Where two edges cross so that each has an end on either side of the other. */
function crossingOf(one: Edge, other: Edge): Position | null {
  const a = sideOf(one, other.ax, other.ay)
  const b = sideOf(one, other.bx, other.by)
  const c = sideOf(other, one.ax, one.ay)
  const d = sideOf(other, one.bx, one.by)
  if (!areOpposite(a, b) || !areOpposite(c, d)) {
    return null
  }
  const share = a / (a - b)
  return [
    other.ax + share * (other.bx - other.ax),
    other.ay + share * (other.by - other.ay),
  ]
}

/** Distance of a point from the line through an edge, in degrees, signed by its side. */
function sideOf(edge: Edge, x: number, y: number): number {
  const [dx, dy] = [edge.bx - edge.ax, edge.by - edge.ay]
  const length = Math.hypot(dx, dy)
  return length ? (dx * (y - edge.ay) - dy * (x - edge.ax)) / length : 0
}

/** Closer than the margin counts as touching. */
const areOpposite = (a: number, b: number): boolean =>
  (a > MARGIN && b < -MARGIN) || (a < -MARGIN && b > MARGIN)
