import { Text } from "@medusajs/ui"

import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"

const APPLICATIONS = ["google", "apple", "outlook"] as const

/** What to do with a link, in the words of the applications. */
export function SubscribeGuide() {
  const { t } = useCornerstoreTranslation()
  return (
    <section className="flex flex-col gap-3">
      <Text size="small" weight="plus" asChild>
        <h3>{t("calendar.guide.title")}</h3>
      </Text>
      <dl className="txt-small flex flex-col gap-3">
        {APPLICATIONS.map((application) => (
          <div key={application}>
            <dt className="font-medium">
              {t(`calendar.guide.${application}.name`)}
            </dt>
            <dd className="text-ui-fg-subtle text-pretty">
              {t(`calendar.guide.${application}.steps`)}
            </dd>
          </div>
        ))}
      </dl>
      <Text size="small" className="text-ui-fg-muted text-pretty">
        {t("calendar.guide.privacy")}
      </Text>
    </section>
  )
}
