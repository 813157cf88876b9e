import type { TerraDraw } from "terra-draw"

import { type DrawingLibrary, type LoadedMap } from "../map"
import type { DrawnFeature, DrawnKind } from "./drawing"

/** What a tap on the map does: draws an area or a hole, or picks one to change it. */
export type Tool = DrawnKind | "select"

/** Fingers are wider than a mouse pointer. */
const REACH_PIXELS = 30

/** Puts terra-draw on a map: areas in the theme's colour, holes dashed by theirs. */
export function startDrawing(
  library: DrawingLibrary,
  { map, colors }: LoadedMap
): TerraDraw {
  const polygonMode = (modeName: DrawnKind, color: string, opacity: number) =>
    new library.TerraDrawPolygonMode({
      modeName,
      pointerDistance: REACH_PIXELS,
      showCoordinatePoints: true,
      styles: {
        fillColor: hexOf(color),
        fillOpacity: opacity,
        outlineColor: hexOf(color),
        outlineWidth: 3,
        closingPointWidth: 9,
        closingPointColor: hexOf(color),
        coordinatePointWidth: 5,
        coordinatePointColor: hexOf(color),
      },
    })
  const editable = {
    feature: {
      draggable: true,
      coordinates: { midpoints: true, draggable: true, deletable: true },
    },
  }
  const draw = new library.TerraDraw({
    adapter: new library.TerraDrawMapLibreGLAdapter({ map }),
    modes: [
      polygonMode("area", colors.current, 0.25),
      polygonMode("hole", colors.hole, 0.3),
      new library.TerraDrawSelectMode({
        pointerDistance: REACH_PIXELS,
        flags: { area: editable, hole: editable },
        styles: {
          selectionPointWidth: 8,
          selectedPolygonOutlineWidth: 4,
          midPointWidth: 5,
        },
      }),
    ],
  })
  draw.start()
  return draw
}

/** What is on the map and finished, without terra-draw's own points. */
export function drawnFeatures(draw: TerraDraw): DrawnFeature[] {
  return draw.getSnapshot().flatMap(({ id, geometry, properties }) => {
    const { mode, currentlyDrawing } = properties
    return geometry.type === "Polygon" &&
      (mode === "area" || mode === "hole") &&
      !currentlyDrawing
      ? [
          {
            ...(id === undefined ? {} : { id }),
            type: "Feature" as const,
            properties: { mode },
            geometry: {
              type: "Polygon" as const,
              coordinates: [geometry.coordinates[0] ?? []] as [number[][]],
            },
          },
        ]
      : []
  })
}

/** The theme writes `rgba(...)`, terra-draw wants `#rrggbb`. */
function hexOf(color: string): `#${string}` {
  const parts = /rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(color)
  if (!parts) {
    return color.startsWith("#") ? (color as `#${string}`) : "#3b82f6"
  }
  const hex = parts
    .slice(1, 4)
    .map((part) => Number(part).toString(16).padStart(2, "0"))
    .join("")
  return `#${hex}`
}
