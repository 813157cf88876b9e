import type { DistrictBoundary } from "../../sdk/types"

export type ProjectedShapes = {
  /** `viewBox` of the drawing. */
  viewBox: string
  /** One SVG path per boundary, in the order given. */
  paths: string[]
  /** Line width that looks the same at any scale. */
  strokeWidth: number
}

type Project = (position: number[]) => [number, number]

const PADDING = 0.04

const ringsOf = (boundary: DistrictBoundary): number[][][] =>
  boundary.type === "Polygon"
    ? boundary.coordinates
    : boundary.coordinates.flat()

/**
 * Flattens boundaries for a preview. Longitudes are shrunk by the cosine of the
 * middle latitude, which keeps the shape of a town; it is no map.
 */
export function projectBoundaries(
  boundaries: DistrictBoundary[]
): ProjectedShapes | null {
  const positions = boundaries.flatMap((item) => ringsOf(item).flat())
  if (positions.length === 0) {
    return null
  }
  const box = positions.reduce(
    ([west, south, east, north], [lon = 0, lat = 0]) => [
      Math.min(west, lon),
      Math.min(south, lat),
      Math.max(east, lon),
      Math.max(north, lat),
    ],
    [Infinity, Infinity, -Infinity, -Infinity]
  )
  const [west = 0, south = 0, east = 0, north = 0] = box
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const width = Math.max((east - west) * shrink, 1e-6)
  const height = Math.max(north - south, 1e-6)
  const size = Math.max(width, height)
  const scale = 1000 / size
  const pad = 1000 * PADDING

  const project: Project = ([lon = 0, lat = 0]) => [
    Math.round((lon - west) * shrink * scale * 10) / 10,
    Math.round((north - lat) * scale * 10) / 10,
  ]
  return {
    viewBox: [
      -pad,
      -pad,
      width * scale + 2 * pad,
      height * scale + 2 * pad,
    ].join(" "),
    paths: boundaries.map((item) => toPath(item, project)),
    strokeWidth: 1000 / 180,
  }
}

function toPath(boundary: DistrictBoundary, project: Project): string {
  return ringsOf(boundary)
    .map(
      (points) =>
        `M${points.map((point) => project(point).join(",")).join("L")}Z`
    )
    .join("")
}
