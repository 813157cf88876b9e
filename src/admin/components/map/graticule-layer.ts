import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl"

import { graticule } from "./graticule"
import type { MapColors } from "./map-style"

const ID = "graticule"

/** Draws lines of longitude and latitude and keeps them with what is shown. */
export function followGraticule(
  map: MapLibreMap,
  { grid }: Pick<MapColors, "grid">
): void {
  const lines = () => {
    const bounds = map.getBounds()
    return graticule([
      bounds.getWest(),
      bounds.getSouth(),
      bounds.getEast(),
      bounds.getNorth(),
    ])
  }
  void map.once("load", () => {
    map.addSource(ID, { type: "geojson", data: lines() })
    map.addLayer({
      id: ID,
      type: "line",
      source: ID,
      paint: { "line-color": grid, "line-width": 1, "line-opacity": 0.6 },
    })
    map.on("moveend", () => map.getSource<GeoJSONSource>(ID)?.setData(lines()))
  })
}
