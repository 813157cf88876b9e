import {
  ArrowUturnLeft,
  CursorArrowRays,
  Plus,
  Trash,
  XMark,
} from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import type { ReactNode } from "react"

import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import type { Tool } from "./start-drawing"
import type { useDrawing } from "./use-drawing"

type ToolbarProps = { drawing: ReturnType<typeof useDrawing> }

/** What can be done on the map; large enough for a thumb. */
export function Toolbar({ drawing }: ToolbarProps) {
  const { t } = useCornerstoreTranslation()
  return (
    <div
      role="toolbar"
      aria-label={t("map.tools.label")}
      aria-busy={!drawing.isReady}
      className="flex flex-wrap items-center gap-2"
    >
      <ToolButton tool="select" drawing={drawing} icon={<CursorArrowRays />} />
      <ToolButton tool="area" drawing={drawing} icon={<Plus />} />
      <ToolButton tool="hole" drawing={drawing} icon={<XMark />} />
      <Button
        type="button"
        size="small"
        variant="secondary"
        className={TARGET}
        disabled={!drawing.hasSelection}
        onClick={drawing.removeSelection}
      >
        <Trash />
        {t("map.tools.remove")}
      </Button>
      <Button
        type="button"
        size="small"
        variant="secondary"
        className={TARGET}
        disabled={!drawing.canUndo}
        onClick={drawing.undo}
      >
        <ArrowUturnLeft />
        {t("map.tools.undo")}
      </Button>
    </div>
  )
}

const TARGET = "min-h-11 md:min-h-8"

function ToolButton({
  tool,
  drawing,
  icon,
}: ToolbarProps & { tool: Tool; icon: ReactNode }) {
  const { t } = useCornerstoreTranslation()
  const isActive = drawing.tool === tool
  return (
    <Button
      type="button"
      size="small"
      variant={isActive ? "primary" : "secondary"}
      aria-pressed={isActive}
      className={TARGET}
      disabled={!drawing.isReady}
      onClick={() => drawing.setTool(tool)}
    >
      {icon}
      {t(`map.tools.${tool}`)}
    </Button>
  )
}
