export { GeoDatabase } from "./geo-database"
export { geoDatabase, locate } from "./locate"
export type { Place } from "./place"
