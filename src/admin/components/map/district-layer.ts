import type { FeatureCollection } from "geojson"
import type { GeoJSONSource, Marker } from "maplibre-gl"

import type { AdminDistrict } from "../../../sdk/types"
import { boundsOf } from "./bounds"
import { fittingLabels, type Label, labelPoint } from "./label-place"
import type { LoadedMap } from "./use-map"

export type MappedDistrict = Pick<AdminDistrict, "id" | "name" | "boundary"> & {
  color: string
}

const SOURCE = "cornerstore-districts"
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
    markers = fittingLabels(
      districts.flatMap((district) => labelOf({ map }, district) ?? []),
      MOST_NAMES
    ).map(({ name, at }) =>
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

/** Where a name would be on the screen; null outside of what is shown. */
function labelOf(
  { map }: Pick<LoadedMap, "map">,
  { name, boundary }: MappedDistrict
): (Label & { at: [number, number] }) | null {
  const at = boundary && labelPoint(boundary)
  const bounds = boundary && boundsOf([boundary])
  if (!at || !bounds || !map.getBounds().contains(at)) {
    return null
  }
  const [west, south, east] = bounds
  const room = map.project([east, south]).x - map.project([west, south]).x
  return { name, at, room, ...pixels(map.project(at)) }
}

const pixels = ({ x, y }: { x: number; y: number }) => ({ x, y })

function nameElement(name: string, quiet: boolean): HTMLElement {
  const element = document.createElement("span")
  element.textContent = name
  element.className = quiet
    ? "text-ui-fg-muted txt-compact-xsmall pointer-events-none"
    : "text-ui-fg-base bg-ui-bg-base/80 txt-compact-xsmall-plus pointer-events-none rounded px-1"
  return element
}
