import { ChartBar } from "@medusajs/icons"
import { Button, Heading, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import { useCornerstoreTranslation } from "../../../i18n/use-cornerstore-translation"

/** Nothing was collected yet: what to do first. */
export function OverviewEmpty() {
  const { t } = useCornerstoreTranslation()
  return (
    <div className="flex flex-col items-center gap-y-4 px-6 py-16 text-center">
      <div className="bg-ui-bg-subtle text-ui-fg-muted flex size-12 items-center justify-center rounded-full">
        <ChartBar />
      </div>
      <div className="flex max-w-md flex-col gap-y-1">
        <Heading level="h2">{t("activity.overview.empty.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("activity.overview.empty.description")}
        </Text>
      </div>
      <Button variant="secondary" size="small" asChild>
        <Link to="/settings/publishable-api-keys">
          {t("activity.overview.empty.keys")}
        </Link>
      </Button>
    </div>
  )
}
