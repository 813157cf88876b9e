import type { Position } from "../../src/modules/delivery/domain/geometry"

/** Districts side by side and over each other, as large as a town's. */
export type MadeDistrict = {
  name: string
  priority: number
  postal_codes: string[]
  aliases: string[]
  boundary: { type: "Polygon"; coordinates: number[][][] }
}

const COLUMNS = 40
/** Degrees between the middles of two districts; each reaches over its neighbours' edge. */
const STEP = 0.02
const REACH = 0.013
const ORIGIN = { lng: -122.5, lat: 37.2 }
const CODES = 20

/**
 * So many districts on a grid.
 *
 * @param corners - positions of each boundary, the closing one not counted
 * @param random - numbers from 0 to below 1
 */
export function makeCity(
  count: number,
  corners: number,
  random: () => number
): MadeDistrict[] {
  return Array.from({ length: count }, (_, i) => ({
    name: `District ${i}`,
    priority: Math.floor(random() * 100),
    aliases: [`Quarter ${i}`],
    postal_codes: Array.from({ length: CODES }, (__, code) =>
      String(10_000 + i * CODES + code)
    ),
    boundary: {
      type: "Polygon",
      coordinates: [outline(middleOf(i), corners, random)],
    },
  }))
}

function middleOf(index: number): Position {
  return [
    ORIGIN.lng + (index % COLUMNS) * STEP,
    ORIGIN.lat + Math.floor(index / COLUMNS) * STEP,
  ]
}

/** A ragged ring that never crosses itself: seen whole from its middle. */
function outline(
  [lng, lat]: Position,
  corners: number,
  random: () => number
): number[][] {
  const ring = Array.from({ length: corners }, (_, i) => {
    const angle = (i / corners) * 2 * Math.PI
    const radius = REACH * (0.7 + 0.3 * random())
    return [lng + radius * Math.cos(angle), lat + radius * Math.sin(angle)]
  })
  return [...ring, ring[0]]
}

/** A place somewhere over the districts, or a little beside them. */
export function somewhere(
  count: number,
  random: () => number
): { lat: number; lng: number } {
  const rows = Math.ceil(count / COLUMNS)
  return {
    lng: ORIGIN.lng + (random() * (COLUMNS + 4) - 2) * STEP,
    lat: ORIGIN.lat + (random() * (rows + 4) - 2) * STEP,
  }
}

/** Numbers that are the same in each run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
