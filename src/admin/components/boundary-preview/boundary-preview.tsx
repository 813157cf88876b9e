import { clx } from "@medusajs/ui"
import { useMemo } from "react"

import type { DistrictBoundary } from "../../../sdk/types"
import { projectBoundaries } from "../../lib/svg-projection"

type BoundaryPreviewProps = {
  boundaries: DistrictBoundary[]
  /** What a person who cannot see it is told. */
  label: string
  className?: string
}

/** The outline of districts, north up; enough to see that the file is right. */
export function BoundaryPreview({
  boundaries,
  label,
  className,
}: BoundaryPreviewProps) {
  const shapes = useMemo(() => projectBoundaries(boundaries), [boundaries])
  if (!shapes) {
    return null
  }
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={shapes.viewBox}
      preserveAspectRatio="xMidYMid meet"
      className={clx(
        "bg-ui-bg-subtle text-ui-fg-interactive h-48 w-full rounded-lg border",
        className
      )}
    >
      {shapes.paths.map((path, index) => (
        <path
          key={index}
          d={path}
          fill="currentColor"
          fillOpacity={0.15}
          fillRule="evenodd"
          stroke="currentColor"
          strokeWidth={shapes.strokeWidth}
          strokeLinejoin="round"
        />
      ))}
    </svg>
  )
}
