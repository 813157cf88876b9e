import { readFileSync } from "node:fs"

import { z } from "@medusajs/framework/zod"

import { sanFranciscoFile } from "../../integration-tests/helpers/sf-districts"
import { randomFor } from "../../scripts/seed/random/random"
import type { GeoPoint } from "../../src/modules/delivery/domain/distance"
import {
  Boundary,
  boundaryContains,
  boundingBoxOf,
} from "../../src/modules/delivery/domain/geometry"
import type { GroupingSlot } from "../../src/modules/delivery/domain/grouping"

/** The Ferry Building. */
export const DEPOT: GeoPoint = { lat: 37.7955, lng: -122.3937 }
export const DAYS = 6
const DAY_MS = 86_400_000

/** An order that comes in, with the slot its customer asks for by herself. */
export type Wish = {
  id: string
  district_id: string
  point: GeoPoint
  /** Days she would take, the one she likes best first. */
  days: number[]
}

export type Week = {
  /** What the districts are, for a person. */
  area: string
  slots: GroupingSlot[]
  /** In the order in which they come. */
  wishes: Wish[]
}

const districtsSchema = z.object({
  features: z.array(
    z.object({
      properties: z.object({ name: z.string() }),
      geometry: z.custom<Boundary>(
        (value) => typeof value === "object" && value !== null
      ),
    })
  ),
})

/**
 * A week in San Francisco: one slot a day, Monday to Saturday, in each
 * neighbourhood. Customers live anywhere and ask for any day, each as likely as
 * another; the same seed makes the same week.
 *
 * @param places - orders in each slot
 */
export function makeWeek(seed: number, orders: number, places: number): Week {
  const { area, districts } = readDistricts()
  const random = randomFor("grouping", seed)
  const slots = districts.flatMap(({ name }) =>
    Array.from({ length: DAYS }, (_, day): GroupingSlot => ({
      id: slotId(name, day),
      district_id: name,
      date: `2026-12-${String(7 + day).padStart(2, "0")}`,
      starts_at: day * DAY_MS,
      price: 5,
      open: true,
      room: { orders: places, weight_grams: null, minutes: null },
    }))
  )
  const wishes = Array.from({ length: orders }, (_, index): Wish => {
    const { name, boundary } = random.pick(districts)
    return {
      id: `order-${String(index).padStart(4, "0")}`,
      district_id: name,
      point: placeIn(boundary, random.next),
      days: random.some(
        Array.from({ length: DAYS }, (__, day) => day),
        DAYS
      ),
    }
  })
  return { area, slots, wishes }
}

export const slotId = (district: string, day: number): string =>
  `${district} ${day}`

function readDistricts(): {
  area: string
  districts: { name: string; boundary: Boundary }[]
} {
  const file = sanFranciscoFile()
  if (!file) {
    return { area: "12 squares of San Francisco", districts: squares() }
  }
  const { features } = districtsSchema.parse(
    JSON.parse(readFileSync(file, "utf8"))
  )
  return {
    area: `San Francisco's ${features.length} neighbourhoods`,
    districts: features.map(({ properties, geometry }) => ({
      name: properties.name,
      boundary: geometry,
    })),
  }
}

/** Where the public data is absent: four by three squares over the city. */
function squares(): { name: string; boundary: Boundary }[] {
  const [west, south, width, height] = [-122.51, 37.71, 0.03, 0.03]
  return Array.from({ length: 12 }, (_, index) => {
    const [x, y] = [
      west + (index % 4) * width,
      south + Math.floor(index / 4) * height,
    ]
    return {
      name: `square ${index + 1}`,
      boundary: {
        type: "Polygon",
        coordinates: [
          [
            [x, y],
            [x + width, y],
            [x + width, y + height],
            [x, y + height],
            [x, y],
          ],
        ],
      },
    }
  })
}

/** A place inside of a boundary: the first that falls into it. */
function placeIn(boundary: Boundary, next: () => number): GeoPoint {
  const [west, south, east, north] = boundingBoxOf(boundary)
  for (;;) {
    const lng = west + next() * (east - west)
    const lat = south + next() * (north - south)
    if (boundaryContains(boundary, [lng, lat])) {
      return { lat, lng }
    }
  }
}
