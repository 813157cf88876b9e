import { Container, Text } from "@medusajs/ui"

import type { ActivityTotals } from "../../../../sdk/types"
import { useLocale } from "../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../i18n/use-cornerstore-translation"
import { formatCount } from "./format"

/** What is in none of the numbers above, and why. */
export function DataNotes({ totals }: { totals: ActivityTotals }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const notes = [
    { name: "consent", count: totals.events_without_consent },
    { name: "bots", count: totals.bot_events },
  ].filter(({ count }) => count > 0)
  return (
    <Container className="flex flex-col gap-1 px-6 py-4">
      {notes.map(({ name, count }) => (
        <Text
          key={name}
          size="small"
          className="text-ui-fg-subtle text-pretty tabular-nums"
        >
          {t(`activity.overview.notes.${name}`, {
            count,
            number: formatCount(count, locale),
          })}
        </Text>
      ))}
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {t("activity.overview.notes.visit")}
      </Text>
    </Container>
  )
}
