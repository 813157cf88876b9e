import { Container, Skeleton, Table, Text } from "@medusajs/ui"

import type { CollectedDay } from "../../../../../sdk/types"
import { PageError } from "../../../../components/page-state"
import { useCollectedFigures } from "../../../../hooks/api/activity-settings"
import { useLocale } from "../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { formatDay } from "../../../../lib/dates"
import { SectionHeader } from "./section-header"

/** What the rules led to: how much was remembered, how much only counted. */
export function FiguresSection() {
  const { t } = useCornerstoreTranslation()
  const { days, isPending, error, refetch } = useCollectedFigures()
  return (
    <Container className="divide-y overflow-hidden p-0">
      <SectionHeader
        title={t("activitySettings.figures.title")}
        subtitle={t("activitySettings.figures.subtitle")}
      />
      {isPending && (
        <div className="px-6 py-4">
          <Skeleton className="h-40 w-full" />
        </div>
      )}
      {error && <PageError bare error={error} onRetry={() => void refetch()} />}
      {days && <Days days={days} />}
    </Container>
  )
}

function Days({ days }: { days: CollectedDay[] }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const kept = days.reduce((sum, day) => sum + day.kept, 0)
  const counted = days.reduce((sum, day) => sum + day.counted, 0)
  if (kept + counted === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {t("activitySettings.figures.empty")}
      </Text>
    )
  }
  return (
    <Table>
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell>
            {t("activitySettings.figures.day")}
          </Table.HeaderCell>
          <Table.HeaderCell className="text-right">
            {t("activitySettings.figures.kept")}
          </Table.HeaderCell>
          <Table.HeaderCell className="text-right">
            {t("activitySettings.figures.counted")}
          </Table.HeaderCell>
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {days.map((day) => (
          <FiguresRow
            key={day.day}
            name={formatDay(day.day, locale)}
            {...day}
          />
        ))}
        <FiguresRow
          isTotal
          name={t("activitySettings.figures.total")}
          kept={kept}
          counted={counted}
        />
      </Table.Body>
    </Table>
  )
}

type FiguresRowProps = {
  name: string
  kept: number
  counted: number
  isTotal?: boolean
}

function FiguresRow({ name, kept, counted, isTotal }: FiguresRowProps) {
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale)
  return (
    <Table.Row className={isTotal ? "[&_td]:font-medium" : undefined}>
      <Table.Cell className="text-nowrap">{name}</Table.Cell>
      <Table.Cell className="text-right tabular-nums">
        {number.format(kept)}
      </Table.Cell>
      <Table.Cell className="text-right tabular-nums">
        {number.format(counted)}
      </Table.Cell>
    </Table.Row>
  )
}
