import type * as MapLibre from "maplibre-gl"
import type * as TerraDraw from "terra-draw"
import type * as Adapter from "terra-draw-maplibre-gl-adapter"

/**
 * The map's code is loaded by pages that show a map only: it is larger than all
 * our pages together. Our own code stays in the plugin's bundle; these imports
 * are left to the shop's build, which makes chunks of them.
 */
export type MapLibrary = typeof MapLibre
export type DrawingLibrary = typeof TerraDraw & typeof Adapter

let map: Promise<MapLibrary> | undefined
let drawing: Promise<DrawingLibrary> | undefined

/** MapLibre with its stylesheet. A failure is not kept: the next page tries again. */
export function loadMapLibrary(): Promise<MapLibrary> {
  map ??= importMap().catch((error: unknown) => {
    map = undefined
    throw error
  })
  return map
}

/** What draws polygons on that map. */
export function loadDrawingLibrary(): Promise<DrawingLibrary> {
  drawing ??= importDrawing().catch((error: unknown) => {
    drawing = undefined
    throw error
  })
  return drawing
}

async function importMap(): Promise<MapLibrary> {
  const [library] = await Promise.all([
    import("maplibre-gl"),
    import("maplibre-gl/dist/maplibre-gl.css"),
  ])
  // A CommonJS file: bundlers disagree on whether its names are also at the top.
  const { default: inner } = library as MapLibrary & { default?: MapLibrary }
  return inner ?? library
}

async function importDrawing(): Promise<DrawingLibrary> {
  const [library, adapter] = await Promise.all([
    import("terra-draw"),
    import("terra-draw-maplibre-gl-adapter"),
  ])
  return { ...library, ...adapter }
}
