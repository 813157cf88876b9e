import type { FeatureCollection } from "geojson"
import type { GeoJSONSource, Marker } from "maplibre-gl"

import type { AdminDistrict } from "../../../sdk/types"
import { boundsOf } from "./bounds"
import type { LoadedMap } from "./use-map"

export type MappedDistrict = Pick<AdminDistrict, "id" | "name" | "boundary"> & {
  color: string
}

const SOURCE = "cornerstore-districts"
/** A name needs so many pixels, and a map shows so many names at most. */
const ROOM_FOR_NAME = 44
const MOST_NAMES = 80

/**
 * Draws districts with their names. Names are elements, not text of the map: a
 * map without tiles has no fonts.
 *
 * @param quiet - they are the surroundings of something else
 * @returns takes them away again
 */
export function drawDistricts(
  { map, library }: LoadedMap,
  districts: readonly MappedDistrict[],
  { quiet }: { quiet: boolean }
): () => void {
  const data = toFeatures(districts)
  const known = map.getSource<GeoJSONSource>(SOURCE)
  if (known) {
    known.setData(data)
  } else {
    map.addSource(SOURCE, { type: "geojson", data })
    map.addLayer({
      id: `${SOURCE}-fill`,
      type: "fill",
      source: SOURCE,
      paint: {
        "fill-color": ["get", "color"],
        "fill-opacity": quiet ? 0.12 : 0.25,
      },
    })
    map.addLayer({
      id: `${SOURCE}-line`,
      type: "line",
      source: SOURCE,
      paint: { "line-color": ["get", "color"], "line-width": quiet ? 1 : 2 },
    })
  }

  let markers: Marker[] = []
  const label = () => {
    markers.forEach((marker) => marker.remove())
    markers = districts
      .flatMap((district) => place({ map }, district) ?? [])
      .slice(0, MOST_NAMES)
      .map(({ name, at }) =>
        new library.Marker({ element: nameElement(name, quiet) })
          .setLngLat(at)
          .addTo(map)
      )
  }
  label()
  map.on("moveend", label)
  return () => {
    map.off("moveend", label)
    markers.forEach((marker) => marker.remove())
  }
}

function toFeatures(districts: readonly MappedDistrict[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: districts.flatMap(({ id, name, color, boundary }) =>
      boundary
        ? [
            {
              type: "Feature" as const,
              properties: { id, name, color },
              geometry: boundary,
            },
          ]
        : []
    ),
  }
}

/** Where a name goes, if the district is large enough in what is shown. */
function place(
  { map }: Pick<LoadedMap, "map">,
  { name, boundary }: MappedDistrict
): { name: string; at: [number, number] } | null {
  const bounds = boundary && boundsOf([boundary])
  if (!bounds) {
    return null
  }
  const [west, south, east, north] = bounds
  const width = map.project([east, south]).x - map.project([west, south]).x
  const at: [number, number] = [(west + east) / 2, (south + north) / 2]
  return width >= ROOM_FOR_NAME && map.getBounds().contains(at)
    ? { name, at }
    : null
}

function nameElement(name: string, quiet: boolean): HTMLElement {
  const element = document.createElement("span")
  element.textContent = name
  element.className = quiet
    ? "text-ui-fg-muted txt-compact-xsmall pointer-events-none"
    : "text-ui-fg-base bg-ui-bg-base/80 txt-compact-xsmall-plus pointer-events-none rounded px-1"
  return element
}
