/** A place on the map, in degrees. */
export type GeoPoint = { lat: number; lng: number }

const EARTH_RADIUS_METERS = 6_371_008.8

/**
 * How much longer streets are than the straight line. Cities lie between 1.2
 * and 1.4; without a street map this is an estimate, and the pages say so.
 */
export const DETOUR_FACTOR = 1.3

/** The straight line between two points over the globe (haversine), in metres. */
export function straightMeters(a: GeoPoint, b: GeoPoint): number {
  const lat = toRadians(b.lat - a.lat)
  const lng = toRadians(b.lng - a.lng)
  const h =
    Math.sin(lat / 2) ** 2 +
    Math.cos(toRadians(a.lat)) *
      Math.cos(toRadians(b.lat)) *
      Math.sin(lng / 2) ** 2
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** What a driver is expected to drive between two points, in whole metres. */
export function drivingMeters(a: GeoPoint, b: GeoPoint): number {
  return Math.round(straightMeters(a, b) * DETOUR_FACTOR)
}

const toRadians = (degrees: number): number => (degrees * Math.PI) / 180
