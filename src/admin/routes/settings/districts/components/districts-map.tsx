import { ChevronDownMini, MapPin } from "@medusajs/icons"
import { Button, clx, Container, Heading, Text } from "@medusajs/ui"
import { useEffect, useMemo, useState } from "react"

import type { AdminDistrict, MapPoint } from "../../../../../sdk/types"
import {
  boundsOf,
  districtColor,
  drawDistricts,
  firstBounds,
  MapFrame,
  useMap,
} from "../../../../components/map"
import { PageError } from "../../../../components/page-state"
import { useAllDistricts } from "../../../../hooks/api/districts"
import { useMapSettings } from "../../../../hooks/api/map-settings"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { PointAnswer } from "./point-answer"

const OPEN_KEY = "cornerstore_districts_map"

/** All districts on one map; opened by who wants it, since it loads the map's code. */
export function DistrictsMap() {
  const { t } = useCornerstoreTranslation()
  const [isOpen, setOpen] = useState(
    () => localStorage.getItem(OPEN_KEY) === "open"
  )
  const toggle = () => {
    localStorage.setItem(OPEN_KEY, isOpen ? "closed" : "open")
    setOpen(!isOpen)
  }
  return (
    <Container className="divide-y overflow-hidden p-0">
      <div className="flex items-center justify-between gap-2 px-6 py-4">
        <div>
          <Heading level="h2">{t("map.overview.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("map.overview.subtitle")}
          </Text>
        </div>
        <Button
          size="small"
          variant="secondary"
          className="shrink-0 whitespace-nowrap"
          aria-expanded={isOpen}
          onClick={toggle}
        >
          <MapPin />
          {t(isOpen ? "map.overview.hide" : "map.overview.show")}
          <ChevronDownMini className={clx({ "rotate-180": isOpen })} />
        </Button>
      </div>
      {isOpen && <OpenMap />}
    </Container>
  )
}

function OpenMap() {
  const { t } = useCornerstoreTranslation()
  const { map: settings, error, refetch } = useMapSettings()
  const districts = useAllDistricts()

  if (districts.error ?? error) {
    return (
      <PageError
        bare
        error={districts.error ?? error}
        onRetry={() => {
          void refetch()
          void districts.refetch()
        }}
      />
    )
  }
  const drawn = districts.districts?.filter(({ boundary }) => boundary)
  if (drawn?.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {t("map.overview.empty")}
      </Text>
    )
  }
  return <LoadedOverview settings={settings} drawn={drawn} />
}

function LoadedOverview({
  settings,
  drawn,
}: {
  settings: Parameters<typeof useMap>[0]
  drawn: AdminDistrict[] | undefined
}) {
  const { t } = useCornerstoreTranslation()
  const [point, setPoint] = useState<MapPoint | null>(null)
  const bounds = useMemo(
    () =>
      drawn && settings
        ? firstBounds(
            boundsOf(drawn.flatMap(({ boundary }) => boundary ?? [])),
            settings.center
          )
        : null,
    [drawn, settings]
  )
  const { loaded, state, setContainer, withoutBackground, retry } = useMap(
    settings,
    bounds
  )

  useEffect(() => {
    if (!loaded || !drawn) {
      return
    }
    return drawDistricts(
      loaded,
      drawn.map((district, index) => ({
        ...district,
        color: districtColor(index),
      })),
      { quiet: false }
    )
  }, [drawn, loaded])

  useEffect(() => {
    if (!loaded) {
      return
    }
    const { map, library, colors } = loaded
    const marker = new library.Marker({ color: colors.current })
    const choose = ({ lngLat }: { lngLat: MapPoint }) => {
      marker.setLngLat(lngLat).addTo(map)
      setPoint({ lat: lngLat.lat, lng: lngLat.lng })
    }
    map.on("click", choose)
    map.getCanvas().style.cursor = "crosshair"
    return () => {
      map.off("click", choose)
      marker.remove()
    }
  }, [loaded])

  return (
    <div className="divide-y">
      <MapFrame
        setContainer={setContainer}
        state={state}
        withoutBackground={withoutBackground}
        onRetry={retry}
        label={t("map.overview.title")}
        isPlain={!settings?.style_url && !settings?.tiles}
        className="h-80 md:h-[28rem]"
      />
      {/* Below the map: on a phone it would cover the point. */}
      <div className="px-6 py-4" aria-live="polite">
        {point ? (
          <PointAnswer point={point} />
        ) : (
          <Text size="small" className="text-ui-fg-subtle">
            {t("map.overview.hint")}
          </Text>
        )}
      </div>
    </div>
  )
}
