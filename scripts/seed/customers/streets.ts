import { readFileSync } from "node:fs"
import path from "node:path"

import { z } from "@medusajs/framework/zod"

/** Longitude and latitude. */
type Place = [lng: number, lat: number]

/** A stretch of a real street, straight enough to place house numbers along it. */
export type Street = {
  /** Name of the drawn district it lies in. */
  district: string
  name: string
  postal_code: string
  numbers: [first: number, last: number]
  /** Where the first number is, and the last. */
  from: Place
  to: Place
}

const FILE = path.join(__dirname, "streets.csv")

const number = z.coerce.number()
const rowSchema = z.tuple([
  z.string().min(1),
  z.string().min(1),
  z.string().regex(/^\d{5}$/),
  number,
  number,
  number,
  number,
  number,
  number,
])

/** Where customers live, read from the table beside this file. */
export const STREETS: Street[] = readFileSync(FILE, "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => toStreet(line.split(",")))

function toStreet(cells: string[]): Street {
  const [district, name, postal_code, first, last, ...places] =
    rowSchema.parse(cells)
  const [west, south, east, north] = places
  return {
    district,
    name,
    postal_code,
    numbers: [first, last],
    from: [west, south],
    to: [east, north],
  }
}

/** How many of a hundred customers live in each district. */
export const PEOPLE_OF_HUNDRED: readonly (readonly [string, number])[] = [
  ["Mission and Castro", 22],
  ["Downtown and SoMa", 17],
  ["Haight and Western Addition", 15],
  ["Richmond", 12],
  ["Sunset and Lakeside", 12],
  ["Hayes Valley", 9],
  ["Marina", 8],
  ["Bayview and Excelsior", 5],
]
