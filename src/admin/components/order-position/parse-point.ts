import type { MapPoint } from "../../../sdk/types"

const NUMBER = String.raw`(-?\d{1,3}(?:\.\d+)?)`
const PAIR = new RegExp(`^\\s*${NUMBER}\\s*[,;\\s]\\s*${NUMBER}\\s*$`)

/** Latitude and longitude as map services write them: `37.76, -122.41`. */
export function parsePoint(text: string): MapPoint | null {
  const match = PAIR.exec(text)
  if (!match) {
    return null
  }
  const [lat, lng] = [Number(match[1]), Number(match[2])]
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? { lat, lng } : null
}
