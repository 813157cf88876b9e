import { Button, FocusModal, Text, toast } from "@medusajs/ui"
import { useEffect, useMemo, useRef, useState } from "react"

import type { AdminOrderPosition, MapPoint } from "../../../sdk/types"
import { useAllDistricts } from "../../hooks/api/districts"
import { useMapSettings } from "../../hooks/api/map-settings"
import { useSetOrderPosition } from "../../hooks/api/order-position"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { messageOf } from "../../lib/errors"
import {
  boundsAround,
  drawDistricts,
  firstBounds,
  MapFrame,
  useMap,
} from "../map"
import { CoordinateFields } from "./coordinate-fields"

/** Half the side of what is shown around a pin: the streets nearby. */
const STREETS_DEGREES = 0.012

type OrderPositionModalProps = {
  orderId: string
  position: AdminOrderPosition
  onClose: () => void
}

/** A map on which staff say where an order is delivered to. */
export function OrderPositionModal({
  orderId,
  position,
  onClose,
}: OrderPositionModalProps) {
  const { t, host } = useCornerstoreTranslation()
  const [point, setPoint] = useState<MapPoint | null>(null)
  const { mutateAsync, isPending } = useSetOrderPosition(orderId)

  const save = async () => {
    if (!point) {
      return
    }
    try {
      const { position: saved } = await mutateAsync(point)
      toast.success(
        saved.district
          ? t("map.pin.savedIn", { district: saved.district.name })
          : t("map.pin.savedOutside")
      )
      onClose()
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  }

  return (
    <FocusModal open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <FocusModal.Content>
        <FocusModal.Header>
          <FocusModal.Title className="txt-compact-medium-plus min-w-0 flex-1 truncate px-3 text-left">
            {t("map.pin.title")}
          </FocusModal.Title>
          <FocusModal.Description className="sr-only">
            {t("map.pin.hint")}
          </FocusModal.Description>
        </FocusModal.Header>
        <FocusModal.Body className="flex min-h-0 flex-1 flex-col overflow-auto p-0">
          <div className="flex flex-col gap-2 border-b px-4 py-3">
            <Text size="small" weight="plus">
              {position.address.join(", ")}
            </Text>
            <Text size="small" className="text-ui-fg-subtle">
              {t("map.pin.hint")}
            </Text>
            <CoordinateFields
              point={point ?? position.point}
              onPoint={setPoint}
            />
          </div>
          <PinMap position={position} point={point} onPoint={setPoint} />
        </FocusModal.Body>
        <FocusModal.Footer>
          <Button size="small" variant="secondary" onClick={onClose}>
            {host("actions.cancel")}
          </Button>
          <Button
            size="small"
            disabled={!point}
            isLoading={isPending}
            onClick={() => void save()}
          >
            {host("actions.save")}
          </Button>
        </FocusModal.Footer>
      </FocusModal.Content>
    </FocusModal>
  )
}

type PinMapProps = {
  position: AdminOrderPosition
  point: MapPoint | null
  onPoint: (point: MapPoint) => void
}

function PinMap({ position, point, onPoint }: PinMapProps) {
  const { t } = useCornerstoreTranslation()
  const { map: settings } = useMapSettings()
  const { districts } = useAllDistricts()
  const bounds = useMemo(
    () =>
      settings
        ? firstBounds(
            position.point && boundsAround(position.point, STREETS_DEGREES),
            settings.center
          )
        : null,
    [position.point, settings]
  )
  const { loaded, state, setContainer, withoutBackground, retry } = useMap(
    settings,
    bounds
  )
  const marker = useRef<{ move: (to: MapPoint) => void } | null>(null)
  const shown = point ?? position.point

  useEffect(() => {
    if (!loaded) {
      return
    }
    const { map, library, colors } = loaded
    const pin = new library.Marker({ draggable: true, color: colors.current })
    marker.current = {
      move: ({ lat, lng }) => void pin.setLngLat([lng, lat]).addTo(map),
    }
    const choose = ({ lng, lat }: MapPoint) => onPoint({ lat, lng })
    const onClick = ({ lngLat }: { lngLat: MapPoint }) => choose(lngLat)
    pin.on("dragend", () => choose(pin.getLngLat()))
    map.on("click", onClick)
    map.getCanvas().style.cursor = "crosshair"
    return () => {
      marker.current = null
      map.off("click", onClick)
      pin.remove()
    }
  }, [loaded, onPoint])

  useEffect(() => {
    if (loaded && shown) {
      marker.current?.move(shown)
    }
  }, [loaded, shown])

  useEffect(() => {
    if (!loaded || !districts) {
      return
    }
    const { muted } = loaded.colors
    return drawDistricts(
      loaded,
      districts.map((district) => ({ ...district, color: muted })),
      { quiet: true }
    )
  }, [districts, loaded])

  return (
    <MapFrame
      setContainer={setContainer}
      state={state}
      withoutBackground={withoutBackground}
      onRetry={retry}
      label={t("map.pin.title")}
      isPlain={!settings?.style_url && !settings?.tiles}
      className="flex-1"
    />
  )
}
