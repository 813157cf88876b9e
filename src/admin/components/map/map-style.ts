import type { StyleSpecification } from "maplibre-gl"

import type { AdminMapSettings } from "../../../sdk/types"

/** The colours of Medusa's theme that a map is drawn in; a canvas knows no CSS. */
export type MapColors = {
  background: string
  grid: string
  muted: string
  current: string
  hole: string
}

/** What lies behind the districts: the owner's style, tiles, or nothing. */
export function mapStyle(
  settings: Pick<AdminMapSettings, "style_url" | "tiles">,
  colors: MapColors
): string | StyleSpecification {
  if (settings.style_url) {
    return settings.style_url
  }
  const plain = plainStyle(colors)
  if (!settings.tiles) {
    return plain
  }
  const { url, attribution } = settings.tiles
  return {
    ...plain,
    sources: {
      tiles: {
        type: "raster",
        tiles: [url],
        tileSize: 256,
        // MapLibre shows it as HTML; ours is text.
        attribution: escapeHtml(attribution),
      },
    },
    layers: [...plain.layers, { id: "tiles", type: "raster", source: "tiles" }],
  }
}

/** A sheet of paper: districts are drawn on it all the same. */
export function plainStyle({ background }: MapColors): StyleSpecification {
  return {
    version: 8,
    sources: {},
    layers: [
      {
        id: "background",
        type: "background",
        paint: { "background-color": background },
      },
    ],
  }
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter)
