import { SectionRow } from "@medusajs/dashboard/components"
import { Badge, Container, InlineTip, StatusBadge, Text } from "@medusajs/ui"

import type {
  ActivitySettingsResponse,
  ConsentPolicy,
} from "../../../../../sdk/types"
import { useLocale } from "../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { placeName, placesWith } from "./places"
import { SectionHeader } from "./section-header"

const POLICIES = ["strict", "lenient"] as const

/** What it takes for the shop to remember a visitor, in an owner's words. */
export function ConsentSection({
  settings,
  location,
}: ActivitySettingsResponse) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const { consent } = settings
  const list = new Intl.ListFormat(locale)

  return (
    <Container className="divide-y p-0">
      <SectionHeader
        title={t("activitySettings.consent.title")}
        subtitle={t("activitySettings.consent.subtitle")}
        edit="consent"
      />
      {location === null && (
        <div className="px-6 py-4">
          <InlineTip label={t("activitySettings.noPlaces.title")}>
            {t("activitySettings.noPlaces.description")}
          </InlineTip>
        </div>
      )}
      <PolicyRow
        title={t("activitySettings.fields.standard")}
        policy={consent.standard}
      />
      <PolicyRow
        title={t("activitySettings.fields.europe")}
        policy={consent.europe}
      />
      {POLICIES.map((policy) => (
        <SectionRow
          key={policy}
          title={t(`activitySettings.fields.${policy}_places`)}
          value={<Places places={placesWith(consent.places, policy)} />}
        />
      ))}
      <SectionRow
        title={t("activitySettings.fields.gpc")}
        value={t("activitySettings.gpc")}
      />
      <SectionRow
        title={t("activitySettings.fields.honour_dnt")}
        value={t(
          consent.honour_dnt
            ? "activitySettings.dnt.on"
            : "activitySettings.dnt.off"
        )}
      />
      <SectionRow
        title={t("activitySettings.fields.categories")}
        value={
          consent.categories.length
            ? list.format(consent.categories)
            : t("activitySettings.none")
        }
      />
    </Container>
  )
}

/** A policy, and what follows from it. */
function PolicyRow({
  title,
  policy,
}: {
  title: string
  policy: ConsentPolicy
}) {
  const { t } = useCornerstoreTranslation()
  return (
    <SectionRow
      title={title}
      value={
        <div className="flex flex-col items-start gap-1">
          <StatusBadge color={policy === "strict" ? "green" : "blue"}>
            {t(`activitySettings.policy.${policy}`)}
          </StatusBadge>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t(`activitySettings.consequence.${policy}`)}
          </Text>
        </div>
      }
    />
  )
}

function Places({ places }: { places: string[] }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  if (!places.length) {
    return <Text size="small">{t("activitySettings.none")}</Text>
  }
  return places.map((place) => (
    <Badge key={place} size="2xsmall">
      {placeName(place, locale)}
    </Badge>
  ))
}
