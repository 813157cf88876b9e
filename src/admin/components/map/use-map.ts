import type { Map as MapLibreMap } from "maplibre-gl"
import { useEffect, useRef, useState } from "react"

import type { AdminMapSettings } from "../../../sdk/types"
import type { Bounds } from "./bounds"
import { followGraticule } from "./graticule-layer"
import { loadMapLibrary, type MapLibrary } from "./load-libraries"
import { readMapColors } from "./map-colors"
import { mapStyle, plainStyle, type MapColors } from "./map-style"

export type MapState = "loading" | "ready" | "unsupported" | "failed"

/** A map that can be drawn on, with the library it is of. */
export type LoadedMap = {
  map: MapLibreMap
  library: MapLibrary
  colors: MapColors
}

type UsedMap = {
  /** For the element that holds the map; it must have a size. */
  setContainer: (element: HTMLDivElement | null) => void
  loaded: LoadedMap | null
  state: MapState
  /** The owner's background could not be had; the map works without. */
  withoutBackground: boolean
  /** Tries again after a failure. */
  retry: () => void
}

const PADDING = 40
const MAX_ZOOM = 16

/**
 * A map with the owner's background, from when the settings are there until the
 * page goes away.
 *
 * @param bounds - what is shown at first; later changes do not move the map
 */
export function useMap(
  settings: AdminMapSettings | undefined,
  bounds: Bounds | null
): UsedMap {
  const [container, setContainer] = useState<HTMLDivElement | null>(null)
  const [loaded, setLoaded] = useState<LoadedMap | null>(null)
  const [state, setState] = useState<MapState>("loading")
  const [withoutBackground, setWithoutBackground] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const first = useRef(bounds)
  first.current ??= bounds
  const background =
    settings && JSON.stringify([settings.style_url, settings.tiles])
  const known = bounds !== null

  useEffect(() => {
    if (!container || !background || !known) {
      return
    }
    if (!hasWebGl()) {
      setState("unsupported")
      return
    }
    const [style_url, tiles] = JSON.parse(background) as [
      AdminMapSettings["style_url"],
      AdminMapSettings["tiles"],
    ]
    let map: MapLibreMap | undefined
    let isGone = false

    const start = async () => {
      const library = await loadMapLibrary()
      if (isGone) {
        return
      }
      const colors = readMapColors(container)
      map = new library.Map({
        container,
        style: mapStyle({ style_url, tiles }, colors),
        bounds: first.current ?? undefined,
        fitBoundsOptions: { padding: PADDING, maxZoom: MAX_ZOOM },
        dragRotate: false,
        pitchWithRotate: false,
        attributionControl: { compact: true },
      })
      map.touchZoomRotate.disableRotation()
      map.addControl(new library.NavigationControl({ showCompass: false }))
      map.addControl(new library.ScaleControl({}))
      const created = map
      if (!style_url && !tiles) {
        followGraticule(created, colors)
      }
      void created.once("load", () => {
        setLoaded({ map: created, library, colors })
        setState("ready")
      })
      created.on("error", () => {
        setWithoutBackground(true)
        // A style that never came would keep the map from being drawn on.
        if (style_url && !created.isStyleLoaded()) {
          created.setStyle(plainStyle(colors))
        }
      })
    }
    start().catch((error: unknown) => {
      console.error("The map could not be started", error)
      if (!isGone) {
        setState("failed")
      }
    })
    return () => {
      isGone = true
      setLoaded(null)
      setState("loading")
      setWithoutBackground(false)
      map?.remove()
    }
  }, [container, background, known, attempt])

  return {
    setContainer,
    loaded,
    state,
    withoutBackground,
    retry: () => setAttempt((count) => count + 1),
  }
}

/** Browsers without it, or with it switched off, cannot show the map. */
function hasWebGl(): boolean {
  const canvas = document.createElement("canvas")
  return Boolean(canvas.getContext("webgl2") ?? canvas.getContext("webgl"))
}
