import { Input, Label } from "@medusajs/ui"
import { useEffect, useState } from "react"

import type { MapPoint } from "../../../sdk/types"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { parsePoint } from "./parse-point"

type CoordinateFieldsProps = {
  point: MapPoint | null
  onPoint: (point: MapPoint) => void
}

const textOf = (point: MapPoint | null): string =>
  point ? `${point.lat.toFixed(6)}, ${point.lng.toFixed(6)}` : ""

/** The pin as text, for a keyboard, a screen reader, or coordinates somebody sent. */
export function CoordinateFields({ point, onPoint }: CoordinateFieldsProps) {
  const { t } = useCornerstoreTranslation()
  const [text, setText] = useState(textOf(point))
  const isWrong = text.trim() !== "" && !parsePoint(text)

  // A click on the map writes here; what is being typed is left alone.
  useEffect(() => {
    setText((typed) => {
      const parsed = parsePoint(typed)
      return parsed && point && textOf(parsed) === textOf(point)
        ? typed
        : textOf(point)
    })
  }, [point])

  return (
    <div className="flex flex-col gap-1 md:max-w-sm">
      <Label size="small" weight="plus" htmlFor="pin-coordinates">
        {t("map.pin.coordinates")}
      </Label>
      <Input
        id="pin-coordinates"
        size="small"
        autoComplete="off"
        aria-invalid={isWrong}
        placeholder="37.76010, -122.41950"
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          const parsed = parsePoint(target.value)
          if (parsed) {
            onPoint(parsed)
          }
        }}
      />
    </div>
  )
}
