/** Key in the store's metadata under which the seed notes what it made. */
export const DEMO_KEY = "cornerstore_demo"

export type DemoMarker = {
  region_id: string
  sales_channel_id: string
  publishable_key_id: string
}

/** True for what the seed wrote, whatever else may be found under the key. */
export function isDemoMarker(value: unknown): value is DemoMarker {
  if (typeof value !== "object" || value === null) {
    return false
  }
  const entries = new Map(Object.entries(value))
  return ["region_id", "sales_channel_id", "publishable_key_id"].every(
    (key) => typeof entries.get(key) === "string"
  )
}
