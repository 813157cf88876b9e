import { useCallback, useEffect, useRef, useState } from "react"
import type { TerraDraw } from "terra-draw"

import type { DistrictBoundary } from "../../../sdk/types"
import { loadDrawingLibrary, type DrawingLibrary, type LoadedMap } from "../map"
import { toBoundary, toFeatures, type DrawnFeature } from "./drawing"
import { drawnFeatures, startDrawing, type Tool } from "./start-drawing"

/** What is wrong with what is drawn right now; each has a text under `map.problems`. */
export type DrawingProblem = "crossing" | "strayHole"

type Drawing = {
  /** The tools can be used. */
  isReady: boolean
  tool: Tool
  setTool: (tool: Tool) => void
  /** An area or hole is picked. */
  hasSelection: boolean
  removeSelection: () => void
  canUndo: boolean
  undo: () => void
  problem: DrawingProblem | null
  /** The drawing code could not be loaded. */
  isFailed: boolean
}

type Tools = { draw: TerraDraw; library: DrawingLibrary }

/**
 * Drawing of one boundary on a map.
 *
 * @param initial - taken once, when the map is ready
 * @param onChange - after each change that is finished
 */
export function useDrawing(
  loaded: LoadedMap | null,
  initial: DistrictBoundary | null,
  onChange: (boundary: DistrictBoundary | null) => void
): Drawing {
  const [tools, setTools] = useState<Tools | null>(null)
  const [tool, setToolState] = useState<Tool>("select")
  const [selected, setSelected] = useState<string | number | null>(null)
  const [history, setHistory] = useState<DrawnFeature[][]>([])
  const [problem, setProblem] = useState<DrawingProblem | null>(null)
  const [isFailed, setFailed] = useState(false)
  const start = useRef(initial)
  const isRestoring = useRef(false)
  const report = useRef(onChange)
  report.current = onChange

  /** Says what is drawn now. */
  const tell = useCallback(({ draw, library }: Tools) => {
    const features = drawnFeatures(draw)
    const { boundary, strayHoles } = toBoundary(features)
    const crosses = features.some(
      (feature) => !library.ValidateNotSelfIntersecting(feature).valid
    )
    setProblem(crosses ? "crossing" : strayHoles > 0 ? "strayHole" : null)
    report.current(boundary)
    return features
  }, [])

  useEffect(() => {
    if (!loaded) {
      return
    }
    let running: TerraDraw | undefined
    let isGone = false
    const begin = async () => {
      const library = await loadDrawingLibrary()
      if (isGone) {
        return
      }
      const draw = startDrawing(library, loaded)
      running = draw
      const made = { draw, library }
      draw.addFeatures(toFeatures(start.current))
      const first = start.current ? "select" : "area"
      draw.setMode(first)
      setToolState(first)
      setHistory([drawnFeatures(draw)])
      setTools(made)
      draw.on("select", setSelected)
      draw.on("deselect", () => setSelected(null))
      const remember = () => {
        const features = tell(made)
        setHistory((before) => [...before, features])
      }
      let count = drawnFeatures(draw).length
      draw.on("change", (_, type) => {
        const counted = drawnFeatures(draw).length
        // The Delete key, or the button; points of terra-draw's own go all the time.
        if (type === "delete" && counted < count && !isRestoring.current) {
          setSelected(null)
          remember()
        }
        count = counted
      })
      draw.on("finish", (id, { mode }) => {
        remember()
        if (mode === "area" || mode === "hole") {
          draw.setMode("select")
          draw.selectFeature(id)
          setToolState("select")
        }
      })
    }
    begin().catch((error: unknown) => {
      console.error("The drawing tools could not be started", error)
      if (!isGone) {
        setFailed(true)
      }
    })
    return () => {
      isGone = true
      setTools(null)
      // The map goes away with its page and takes the layers with it.
      if (running?.enabled && loaded.map.style) {
        running.stop()
      }
    }
  }, [loaded, tell])

  const setTool = (next: Tool) => {
    tools?.draw.setMode(next)
    setSelected(null)
    setToolState(next)
  }

  const removeSelection = () => {
    if (!tools || selected === null) {
      return
    }
    tools.draw.deselectFeature(selected)
    tools.draw.removeFeatures([selected])
  }

  const undo = () => {
    const before = history.at(-2)
    if (!tools || !before) {
      return
    }
    isRestoring.current = true
    tools.draw.setMode("select")
    tools.draw.clear()
    tools.draw.addFeatures(before)
    isRestoring.current = false
    setSelected(null)
    setToolState("select")
    setHistory(history.slice(0, -1))
    tell(tools)
  }

  return {
    isReady: tools !== null,
    tool,
    setTool,
    hasSelection: selected !== null,
    removeSelection,
    canUndo: history.length > 1,
    undo,
    problem,
    isFailed,
  }
}
