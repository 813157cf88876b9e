import type { DistrictBoundary } from "../../../sdk/types"

/** About the size of a letter of a name, in pixels. */
const LETTER = { width: 6.5, height: 16 }
/** A district narrower than this, in pixels, is shown without its name. */
const ROOM_FOR_NAME = 40

/** Where the name of a district goes: the centre of gravity of its largest polygon. */
export function labelPoint(
  boundary: DistrictBoundary
): [number, number] | null {
  const outers =
    boundary.type === "Polygon"
      ? [boundary.coordinates[0] ?? []]
      : boundary.coordinates.map(([outer]) => outer ?? [])
  const measured = outers.map(measure).sort((a, b) => b.area - a.area)
  return measured[0]?.center ?? null
}

/** Area and centre of gravity of a ring (shoelace formula), from its first corner. */
function measure(ring: number[][]): {
  area: number
  center: [number, number] | null
} {
  const [x0 = 0, y0 = 0] = ring[0] ?? []
  let [doubled, x, y] = [0, 0, 0]
  ring.forEach(([bx = 0, by = 0], i) => {
    const [ax = 0, ay = 0] = ring[i === 0 ? ring.length - 1 : i - 1] ?? []
    const cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
    doubled += cross
    x += (ax + bx - 2 * x0) * cross
    y += (ay + by - 2 * y0) * cross
  })
  return {
    area: Math.abs(doubled),
    center: doubled ? [x0 + x / (3 * doubled), y0 + y / (3 * doubled)] : null,
  }
}

/** A name on the screen: its middle, and how much room its district has. */
export type Label = { name: string; x: number; y: number; room: number }

/** The names that fit beside each other; the first have the first choice. */
export function fittingLabels<T extends Label>(
  labels: readonly T[],
  most: number
): T[] {
  const placed: T[] = []
  for (const label of labels) {
    if (placed.length === most) {
      break
    }
    if (
      label.room >= ROOM_FOR_NAME &&
      !placed.some((other) => overlap(label, other))
    ) {
      placed.push(label)
    }
  }
  return placed
}

function overlap(a: Label, b: Label): boolean {
  const width = ((a.name.length + b.name.length) / 2) * LETTER.width
  return Math.abs(a.x - b.x) < width && Math.abs(a.y - b.y) < LETTER.height
}
