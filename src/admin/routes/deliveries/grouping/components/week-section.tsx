import { ChevronLeft, ChevronRight, Sparkles } from "@medusajs/icons"
import {
  Button,
  Container,
  Heading,
  IconButton,
  InlineTip,
  Skeleton,
  Text,
  toast,
} from "@medusajs/ui"
import { useNavigate } from "react-router-dom"

import type { WeekSummary } from "../../../../../sdk/types"
import { PageError } from "../../../../components/page-state"
import {
  useProposeGrouping,
  useWeekSummary,
} from "../../../../hooks/api/groupings"
import { useLocale } from "../../../../hooks/use-locale"
import { useShopZone } from "../../../../hooks/use-shop-zone"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { dayInZone, formatDays } from "../../../../lib/dates"
import { formatDistance } from "../../../../lib/distance"
import { messageOf } from "../../../../lib/errors"
import { type DaySpan, useWeek } from "./use-week"
import { WeekLoad } from "./week-load"

/** How a week stands, and the way to a better one; waits until the shop's day is known. */
export function WeekSection() {
  const zone = useShopZone()
  return zone ? (
    <Week today={dayInZone(new Date(), zone)} />
  ) : (
    <Container className="p-6">
      <Skeleton className="h-72 w-full" />
    </Container>
  )
}

function Week({ today }: { today: string }) {
  const { t } = useCornerstoreTranslation()
  const state = useWeek(today)
  const { week, isError, error, refetch } = useWeekSummary(state.range)

  if (isError && !week) {
    return <PageError error={error} onRetry={() => void refetch()} />
  }
  const isShown = week?.from === state.range.from
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-4 py-4 md:px-6">
        <div className="min-w-0 max-w-2xl">
          <Heading>{t("grouping.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("grouping.subtitle")}
          </Text>
        </div>
        <ProposeButton
          days={state.range}
          isPossible={isShown && week.reason === null}
        />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3 md:px-6">
        <WeekSteps today={today} state={state} />
        {isShown && <Totals week={week} />}
      </div>
      {week ? (
        <>
          <Notes week={week} />
          <WeekLoad week={week} today={today} />
        </>
      ) : (
        <div className="p-6">
          <Skeleton className="h-48 w-full" />
        </div>
      )}
    </Container>
  )
}

function WeekSteps({
  today,
  state: { range, isFirst, step },
}: {
  today: string
  state: ReturnType<typeof useWeek>
}) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <div className="flex items-center gap-1">
        <IconButton
          size="small"
          aria-label={t("grouping.week.before")}
          disabled={isFirst}
          onClick={() => step(-1)}
        >
          <ChevronLeft />
        </IconButton>
        <Button
          size="small"
          variant="secondary"
          aria-current={isFirst ? "date" : undefined}
          onClick={() => step()}
        >
          {t("grouping.week.fromToday")}
        </Button>
        <IconButton
          size="small"
          aria-label={t("grouping.week.after")}
          onClick={() => step(1)}
        >
          <ChevronRight />
        </IconButton>
      </div>
      <Heading level="h2" aria-live="polite">
        {formatDays(range.from, range.to, locale, today)}
      </Heading>
    </div>
  )
}

function Totals({ week }: { week: WeekSummary }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const count = week.days.reduce((sum, { deliveries }) => sum + deliveries, 0)
  return (
    <Text size="small" className="text-ui-fg-subtle tabular-nums">
      {t("grouping.week.deliveries", { count })}
      {week.metres !== null && count > 0 && (
        <>
          {" · "}
          <span className="text-ui-fg-base font-medium">
            {t("grouping.about", {
              distance: formatDistance(week.metres, locale),
            })}
          </span>
          {" · "}
          {t("grouping.each", {
            distance: formatDistance(
              Math.round(week.metres / Math.max(1, count - week.unlocated)),
              locale
            ),
          })}
        </>
      )}
    </Text>
  )
}

/** What the figures are worth. */
function Notes({ week }: { week: WeekSummary }) {
  const { t } = useCornerstoreTranslation()
  const notes = [
    ...(week.reason ? [t(`grouping.reasons.${week.reason}`)] : []),
    ...(week.estimated
      ? [t("grouping.estimated", { count: week.estimated })]
      : []),
    ...(week.unlocated
      ? [t("grouping.unlocated", { count: week.unlocated })]
      : []),
  ]
  return notes.length ? (
    <div className="px-4 py-4 md:px-6">
      <InlineTip label={t("grouping.note")}>{notes.join(" ")}</InlineTip>
    </div>
  ) : null
}

function ProposeButton({
  days,
  isPossible,
}: {
  days: DaySpan
  isPossible: boolean
}) {
  const { t } = useCornerstoreTranslation()
  const navigate = useNavigate()
  const { mutateAsync, isPending } = useProposeGrouping()

  const propose = async () => {
    try {
      const { grouping, reason } = await mutateAsync(days)
      if (grouping) {
        void navigate(`/deliveries/grouping/${grouping.id}`)
      } else {
        toast.info(t("grouping.nothing.title"), {
          description: t(`grouping.reasons.${reason ?? "nothing_gained"}`),
        })
      }
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  }
  return (
    <Button
      size="small"
      className="shrink-0"
      disabled={!isPossible}
      isLoading={isPending}
      onClick={() => void propose()}
    >
      <Sparkles />
      {t("grouping.propose")}
    </Button>
  )
}
