import { Button, clx, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import type { MapState } from "./use-map"

type MapFrameProps = {
  setContainer: (element: HTMLDivElement | null) => void
  state: MapState
  withoutBackground: boolean
  onRetry: () => void
  /** What a person who cannot see it is told. */
  label: string
  /** Nothing is set that could lie behind the districts. */
  isPlain: boolean
  /** What to do where a map cannot be shown. */
  fallback?: ReactNode
  className?: string
  children?: ReactNode
}

/** The place of a map: what is shown until it is there, and when it cannot be. */
export function MapFrame({
  setContainer,
  state,
  withoutBackground,
  onRetry,
  label,
  isPlain,
  fallback,
  className,
  children,
}: MapFrameProps) {
  const { t } = useCornerstoreTranslation()
  const isHidden = state === "unsupported" || state === "failed"

  return (
    <div
      className={clx(
        "bg-ui-bg-subtle relative isolate min-h-64 w-full overflow-hidden",
        className
      )}
    >
      <div
        ref={setContainer}
        role="application"
        aria-label={label}
        aria-busy={state === "loading"}
        // MapLibre's stylesheet makes its container `relative`.
        className="!absolute inset-0"
        hidden={isHidden}
      />
      {state === "loading" && (
        <Text
          size="small"
          className="text-ui-fg-muted absolute inset-0 flex animate-pulse items-center justify-center"
        >
          {t("map.loading")}
        </Text>
      )}
      {isHidden && (
        <div
          role="alert"
          className="absolute inset-0 flex flex-col items-center justify-center gap-3 p-6 text-center"
        >
          <Text size="small" className="text-ui-fg-subtle max-w-md text-pretty">
            {t(state === "failed" ? "map.failed" : "map.unsupported")}
          </Text>
          {state === "failed" && (
            <Button size="small" variant="secondary" onClick={onRetry}>
              {t("errors.retry")}
            </Button>
          )}
          {fallback}
        </div>
      )}
      {state === "ready" && (withoutBackground || isPlain) && (
        <Text
          size="xsmall"
          className="text-ui-fg-subtle bg-ui-bg-base/80 pointer-events-none absolute left-2 top-2 max-w-[70%] rounded px-2 py-1"
        >
          {t(withoutBackground ? "map.withoutBackground" : "map.plain")}
        </Text>
      )}
      {state === "ready" && children}
    </div>
  )
}
