import { clx, Text } from "@medusajs/ui"

import type { DistrictDayLoad, WeekSummary } from "../../../../../sdk/types"
import { useLocale } from "../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { formatDay } from "../../../../lib/dates"
import { formatDistance } from "../../../../lib/distance"
import { loadOf } from "../../../../lib/slot-load"

type WeekLoadProps = { week: WeekSummary; today: string }

/** Places taken and metres driven for a delivery, by district and day. */
export function WeekLoad(props: WeekLoadProps) {
  const { t } = useCornerstoreTranslation()
  if (!props.week.districts.length) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-4 py-8 text-center">
        {t("grouping.week.empty")}
      </Text>
    )
  }
  return (
    <>
      <WeekTable {...props} />
      <DayList week={props.week} />
    </>
  )
}

function WeekTable({ week, today }: WeekLoadProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  return (
    <div className="hidden overflow-x-auto md:block">
      <table className="txt-compact-small w-full min-w-[760px] border-collapse">
        <caption className="sr-only">{t("grouping.week.caption")}</caption>
        <thead>
          <tr className="text-ui-fg-subtle">
            <th
              scope="col"
              className="bg-ui-bg-base sticky left-0 px-6 py-2.5 text-left font-medium"
            >
              {t("grouping.fields.district")}
            </th>
            {week.days.map(({ date }) => (
              <th
                key={date}
                scope="col"
                className={clx("px-2 py-2.5 text-right font-medium last:pr-6", {
                  "text-ui-fg-interactive": date === today,
                })}
              >
                {formatDay(date, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {week.districts.map(({ id, name, days }) => (
            <tr key={id} className="border-ui-border-base border-t">
              <th
                scope="row"
                className="bg-ui-bg-base sticky left-0 max-w-52 truncate px-6 py-2 text-left align-top font-normal"
              >
                {name}
              </th>
              {week.days.map(({ date }) => (
                <td
                  key={date}
                  className="px-2 py-2 text-right align-top last:pr-6"
                >
                  <DayCell load={days.find((each) => each.date === date)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-ui-border-strong text-ui-fg-subtle border-t">
            <th
              scope="row"
              className="bg-ui-bg-base sticky left-0 px-6 py-2.5 text-left font-medium"
            >
              {t("grouping.week.tour")}
            </th>
            {week.days.map(({ date, metres, deliveries }) => (
              <td
                key={date}
                className="px-2 py-2.5 text-right tabular-nums last:pr-6"
              >
                {metres !== null && deliveries > 0
                  ? formatDistance(metres, locale)
                  : "–"}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function DayCell({ load }: { load: DistrictDayLoad | undefined }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  if (!load) {
    return <span className="text-ui-fg-muted">–</span>
  }
  return (
    <span className="flex flex-col tabular-nums">
      <Places load={load} />
      {load.metres_per_delivery !== null && (
        <span className="txt-compact-xsmall text-ui-fg-muted">
          {t("grouping.each", {
            distance: formatDistance(load.metres_per_delivery, locale),
          })}
        </span>
      )}
    </span>
  )
}

/** `3/10`, and the word when no more fits. */
function Places({ load }: { load: DistrictDayLoad }) {
  const { t } = useCornerstoreTranslation()
  const { state } = loadOf({
    reserved: load.reserved_orders,
    capacity: load.capacity_orders,
  })
  return (
    <span
      className={clx({
        "text-ui-fg-muted": load.reserved_orders === 0,
        "text-ui-tag-orange-text": state === "full",
        "text-ui-tag-red-text": state === "over",
      })}
    >
      {load.reserved_orders}/{load.capacity_orders}
      {state !== "open" && ` ${t(`home.slots.${state}`)}`}
    </span>
  )
}

/** The same on a phone: day by day, districts with a delivery only. */
function DayList({ week }: Pick<WeekLoadProps, "week">) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  return (
    <ul className="divide-y md:hidden">
      {week.days.map(({ date, metres, deliveries }) => {
        const busy = week.districts.flatMap(({ id, name, days }) => {
          const load = days.find((each) => each.date === date)
          return load && load.reserved_orders > 0 ? [{ id, name, load }] : []
        })
        return (
          <li key={date} className="flex flex-col gap-2 px-4 py-3">
            <div className="txt-compact-small flex items-baseline justify-between gap-2">
              <span className="font-medium">{formatDay(date, locale)}</span>
              <span className="text-ui-fg-subtle tabular-nums">
                {t("grouping.week.deliveries", { count: deliveries })}
                {metres !== null &&
                  deliveries > 0 &&
                  ` · ${formatDistance(metres, locale)}`}
              </span>
            </div>
            {busy.map(({ id, name, load }) => (
              <div
                key={id}
                className="txt-compact-small text-ui-fg-subtle flex items-start justify-between gap-3"
              >
                <span className="min-w-0 truncate">{name}</span>
                <span className="shrink-0 text-right">
                  <DayCell load={load} />
                </span>
              </div>
            ))}
          </li>
        )
      })}
    </ul>
  )
}
