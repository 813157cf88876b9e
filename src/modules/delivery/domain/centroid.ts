import type { GeoPoint } from "./distance"
import { Boundary, polygonsOf } from "./geometry"

/**
 * The middle of a district: the centre of gravity of its largest polygon,
 * holes ignored. Stands in for an address whose coordinates are not known.
 */
export function centroidOf(boundary: Boundary): GeoPoint | null {
  const measured = polygonsOf(boundary)
    .map(([outer]) => measure(outer))
    .sort((a, b) => b.area - a.area)
  return measured[0]?.center ?? null
}

/** Area in square degrees and centre of gravity of a ring (shoelace formula). */
function measure(ring: number[][]): { area: number; center: GeoPoint | null } {
  const [originX, originY] = ring[0] ?? [0, 0]
  let [doubled, x, y] = [0, 0, 0]
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    // Relative to the first corner: the numbers stay small and exact.
    const [ax, ay] = [ring[j][0] - originX, ring[j][1] - originY]
    const [bx, by] = [ring[i][0] - originX, ring[i][1] - originY]
    const cross = ax * by - bx * ay
    doubled += cross
    x += (ax + bx) * cross
    y += (ay + by) * cross
  }
  return {
    area: Math.abs(doubled) / 2,
    center: doubled
      ? {
          lng: originX + x / (3 * doubled),
          lat: originY + y / (3 * doubled),
        }
      : null,
  }
}
