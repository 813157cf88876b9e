import { clx, InlineTip, Text } from "@medusajs/ui"
import { useEffect, useMemo, type ReactNode } from "react"

import type { DistrictBoundary } from "../../../sdk/types"
import { useAllDistricts } from "../../hooks/api/districts"
import { useMapSettings } from "../../hooks/api/map-settings"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { boundsOf, drawDistricts, firstBounds, MapFrame, useMap } from "../map"
import { PageError } from "../page-state"
import { Toolbar } from "./toolbar"
import { useDrawing, type DrawingProblem } from "./use-drawing"

type BoundaryEditorProps = {
  /** Taken once; later changes come from the map. */
  initial: DistrictBoundary | null
  /** The district that is drawn, so that it is not its own neighbour. */
  districtId?: string
  onChange: (boundary: DistrictBoundary | null) => void
  /** What keeps the drawing from being saved. */
  onProblem: (problem: DrawingProblem | null) => void
  /** Something is being drawn: Escape ends that first. */
  onDrawing: (isDrawing: boolean) => void
  /** What to do where there is no map. */
  fallback: ReactNode
}

const NO_DISTRICTS: never[] = []

/** A map on which a district's boundary is drawn, between its neighbours. */
export function BoundaryEditor({
  initial,
  districtId,
  onChange,
  onProblem,
  onDrawing,
  fallback,
}: BoundaryEditorProps) {
  const { t } = useCornerstoreTranslation()
  const { map: settings, error, refetch } = useMapSettings()
  const { districts, isPending } = useAllDistricts()
  const neighbours = useMemo(
    () =>
      (districts ?? NO_DISTRICTS).filter(
        ({ id, boundary }) => id !== districtId && boundary
      ),
    [districtId, districts]
  )
  const bounds = useMemo(() => {
    if (!settings || isPending) {
      return null
    }
    const around = boundsOf(
      neighbours.flatMap(({ boundary }) => boundary ?? [])
    )
    return firstBounds(initial && boundsOf([initial]), around, settings.center)
  }, [initial, isPending, neighbours, settings])
  const { loaded, state, setContainer, withoutBackground, retry } = useMap(
    settings,
    bounds
  )
  const drawing = useDrawing(loaded, initial, onChange)
  const { problem, tool } = drawing
  const isStarting = state === "ready" && !drawing.isReady && !drawing.isFailed

  useEffect(() => onProblem(problem), [onProblem, problem])
  useEffect(() => onDrawing(tool !== "select"), [onDrawing, tool])
  useEffect(() => {
    if (!loaded) {
      return
    }
    const { muted } = loaded.colors
    return drawDistricts(
      loaded,
      neighbours.map((district) => ({ ...district, color: muted })),
      { quiet: true }
    )
  }, [loaded, neighbours])

  if (error && !settings) {
    return <PageError bare error={error} onRetry={() => void refetch()} />
  }
  return (
    <div className="flex size-full flex-col">
      <div className="flex flex-col gap-2 border-b px-4 py-3">
        <Toolbar drawing={drawing} />
        <Text
          size="small"
          className={clx("text-ui-fg-subtle", { "animate-pulse": isStarting })}
          aria-live="polite"
        >
          {t(`map.hints.${tool}`)}
        </Text>
        {drawing.isFailed ? (
          <InlineTip variant="error" label={t("errors.title")}>
            {t("map.failed")}
          </InlineTip>
        ) : (
          problem && (
            <InlineTip variant="error" label={t("map.problems.label")}>
              {t(`map.problems.${problem}`)}
            </InlineTip>
          )
        )}
      </div>
      <MapFrame
        setContainer={setContainer}
        state={state}
        withoutBackground={withoutBackground}
        onRetry={retry}
        label={t("map.label")}
        isPlain={!settings?.style_url && !settings?.tiles}
        fallback={fallback}
        className="flex-1"
      />
    </div>
  )
}
