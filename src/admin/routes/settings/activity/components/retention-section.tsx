import { SectionRow } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"

import type { ActivitySettings } from "../../../../../sdk/types"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { RETENTIONS } from "./retention-schema"
import { SectionHeader } from "./section-header"

/** How long what is remembered stays. */
export function RetentionSection({
  retention,
}: Pick<ActivitySettings, "retention">) {
  const { t } = useCornerstoreTranslation()
  return (
    <Container className="divide-y p-0">
      <SectionHeader
        title={t("activitySettings.retention.title")}
        subtitle={t("activitySettings.retention.subtitle")}
        edit="retention"
      />
      {RETENTIONS.map((name) => (
        <SectionRow
          key={name}
          title={t(`activitySettings.fields.${name}`)}
          value={t("activitySettings.months", { count: retention[name] })}
        />
      ))}
    </Container>
  )
}
