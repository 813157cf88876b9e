import { ActionMenu, SectionRow } from "@medusajs/dashboard/components"
import { MagnifyingGlass, PencilSquare } from "@medusajs/icons"
import { Container, Heading } from "@medusajs/ui"

import { PageError } from "../../../../components/page-state"
import { useGeocoder, useMapSettings } from "../../../../hooks/api/map-settings"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { GeocoderCheck } from "./geocoder-check"

/** What serves all districts: the map behind them, and who finds addresses. */
export function MapSection() {
  const { t } = useCornerstoreTranslation()
  const { map, error, refetch } = useMapSettings()
  const { geocoder } = useGeocoder()

  if (error && !map) {
    return <PageError error={error} onRetry={() => void refetch()} />
  }
  const background = map?.style_url
    ? new URL(map.style_url).hostname
    : map?.tiles
      ? new URL(map.tiles.url).hostname
      : t("map.settings.backgrounds.none")

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-2 px-6 py-4">
        <Heading level="h2">{t("map.section.title")}</Heading>
        <ActionMenu
          groups={[
            {
              actions: [
                {
                  label: t("map.section.editMap"),
                  icon: <PencilSquare />,
                  to: "map-settings",
                },
                {
                  label: t("map.section.editGeocoder"),
                  icon: <MagnifyingGlass />,
                  to: "geocoder",
                },
              ],
            },
          ]}
        />
      </div>
      <SectionRow title={t("map.settings.background")} value={background} />
      <SectionRow
        title={t("map.geocoder.provider")}
        value={
          geocoder
            ? `${t(`map.geocoder.providers.${geocoder.provider}`)} · ${new URL(geocoder.base_url).hostname}`
            : t("map.geocoder.providers.none")
        }
      />
      {geocoder && <GeocoderCheck />}
    </Container>
  )
}
