import { Plus } from "@medusajs/icons"
import { Button, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"

import type { AdminDeliveryWindow } from "../../../../../../sdk/types"
import { PageError } from "../../../../../components/page-state"
import { useDistrictCalendar } from "../../../../../hooks/api/district-calendar"
import { useWindows } from "../../../../../hooks/api/windows"
import { useLocale } from "../../../../../hooks/use-locale"
import { useShopZone } from "../../../../../hooks/use-shop-zone"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import {
  addDays,
  dayInZone,
  foreignZoneName,
  formatWeekday,
} from "../../../../../lib/dates"
import { nextSlotOf, type NextSlot } from "./window-load"
import { WindowRow } from "./window-row"

const WEEK = [1, 2, 3, 4, 5, 6, 7]
/** Every window comes once in a week; a holiday may skip it. */
const DAYS_AHEAD = 13

/** When a district is delivered to, day by day of a week. */
export function WindowsSection({ districtId }: { districtId: string }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const zone = useShopZone()
  const { windows, isPending, error, refetch } = useWindows({
    district_id: districtId,
  })
  const days = useMemo(() => byWeekday(windows ?? []), [windows])
  const next = useNextSlots(districtId, windows, zone)
  const foreign = zone ? foreignZoneName(zone, locale) : null

  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div>
          <Heading level="h2">{t("windows.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {windows?.length === 0 ? t("windows.first") : t("windows.subtitle")}
            {foreign && ` ${t("windows.zone", { zone, short: foreign })}`}
          </Text>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Button size="small" variant="transparent" asChild>
            <Link to={exceptionsLink(districtId)}>
              {t("windows.exceptions")}
            </Link>
          </Button>
          <Button size="small" variant="secondary" asChild>
            <Link to="create-window">
              <Plus />
              {t("windows.add")}
            </Link>
          </Button>
        </div>
      </div>
      {isPending ? (
        <div className="flex flex-col gap-2 px-6 py-4">
          <Skeleton className="h-12 w-full" />
          <Skeleton className="h-12 w-full" />
        </div>
      ) : !windows ? (
        <PageError bare error={error} onRetry={() => void refetch()} />
      ) : (
        WEEK.map((weekday) => (
          <Weekday
            key={weekday}
            weekday={weekday}
            windows={days.get(weekday) ?? []}
            next={next}
          />
        ))
      )}
    </Container>
  )
}

/** The days that are not like their weekday, in this district. */
const exceptionsLink = (districtId: string): string =>
  `/settings/delivery-days?${new URLSearchParams({ district_id: districtId }).toString()}`

function byWeekday(
  windows: AdminDeliveryWindow[]
): Map<number, AdminDeliveryWindow[]> {
  const days = new Map<number, AdminDeliveryWindow[]>()
  const sorted = [...windows].sort((a, b) =>
    `${a.starts_at}${a.ends_at}`.localeCompare(`${b.starts_at}${b.ends_at}`)
  )
  for (const window of sorted) {
    days.set(window.weekday, [...(days.get(window.weekday) ?? []), window])
  }
  return days
}

/** The next slot of each window; empty until it is known. */
function useNextSlots(
  districtId: string,
  windows: AdminDeliveryWindow[] | undefined,
  zone: string | undefined
): Map<string, NextSlot> {
  const today = zone ? dayInZone(new Date(), zone) : undefined
  const { calendar } = useDistrictCalendar(
    districtId,
    today ? { from: today, to: addDays(today, DAYS_AHEAD) } : undefined
  )
  return useMemo(
    () =>
      calendar && windows
        ? nextSlotOf(windows, calendar, new Date())
        : new Map(),
    [calendar, windows]
  )
}

type WeekdayProps = {
  weekday: number
  windows: AdminDeliveryWindow[]
  next: Map<string, NextSlot>
}

function Weekday({ weekday, windows, next }: WeekdayProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const day = formatWeekday(weekday, locale)

  return (
    <section
      aria-label={day}
      className="grid gap-x-4 px-6 py-2 md:grid-cols-[8rem_minmax(0,1fr)]"
    >
      <div className="flex items-center justify-between gap-2 self-start md:min-h-11">
        <Text size="small" weight="plus" className="first-letter:uppercase">
          {day}
        </Text>
        <Button size="small" variant="transparent" asChild>
          <Link
            to={`create-window?weekday=${weekday}`}
            aria-label={t("windows.addOn", { day })}
          >
            <Plus />
          </Link>
        </Button>
      </div>
      {windows.length === 0 ? (
        <Text
          size="small"
          className="text-ui-fg-muted flex items-center md:min-h-11"
        >
          {t("windows.none")}
        </Text>
      ) : (
        <ul className="divide-y">
          {windows.map((window) => (
            <li key={window.id}>
              <WindowRow window={window} next={next.get(window.id)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
