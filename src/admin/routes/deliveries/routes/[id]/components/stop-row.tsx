import { ActionMenu } from "@medusajs/dashboard/components"
import { ArrowDownMini, ArrowUpMini, Trash } from "@medusajs/icons"
import { Badge, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import type { AdminStop } from "../../../../../../sdk/types"
import { StopStatusBadge } from "../../../../../components/route-badges"
import { useLocale } from "../../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { formatSlotHours } from "../../../../../lib/dates"
import { formatDistance } from "../../../../../lib/distance"
import { formatMoney } from "../../../../../lib/money"

type StopRowProps = {
  stop: AdminStop
  number: number
  /** The zone in which the shop means its hours. */
  zone: string
  /** Among the stops that are still open. */
  place: number
  places: number
  isEditable: boolean
  onMove: (place: number) => void
  onRemove: () => void
}

/** One stop: whose, where, when, what is to be paid, and how it went. */
export function StopRow({
  stop,
  number,
  zone,
  place,
  places,
  isEditable,
  onMove,
  onRemove,
}: StopRowProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()

  return (
    <div className="flex items-start gap-3 px-4 py-3 md:px-6">
      <span
        className="bg-ui-bg-component text-ui-fg-subtle txt-compact-small-plus flex size-7 shrink-0 items-center justify-center rounded-full tabular-nums"
        aria-hidden
      >
        {number}
      </span>
      <div className="grid min-w-0 grow gap-x-4 gap-y-1 md:grid-cols-[minmax(0,1.4fr)_minmax(0,1.6fr)_minmax(0,1fr)_9rem]">
        <div className="min-w-0">
          <Text size="small" weight="plus" className="truncate">
            {stop.order ? (
              <Link
                to={`/orders/${stop.order.id}`}
                className="hover:text-ui-fg-interactive-hover"
              >
                {`#${stop.order.display_id}`}
              </Link>
            ) : (
              "–"
            )}{" "}
            {stop.order?.customer_name}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {formatSlotHours(stop.starts_at, stop.ends_at, zone, locale)}
          </Text>
        </div>
        <div className="min-w-0">
          <Text size="small" className="truncate">
            {stop.address.join(", ") || stop.district.name}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {stop.district.name}
            {stop.leg_meters !== null &&
              ` · ${t(number === 1 ? "routes.firstLeg" : "routes.leg", {
                distance: formatDistance(stop.leg_meters, locale),
              })}`}
          </Text>
          {stop.position !== "address" && (
            <Badge size="2xsmall" color="orange">
              {t(`routes.position.${stop.position}`)}
            </Badge>
          )}
        </div>
        <Money stop={stop} />
        <div className="flex flex-col items-start gap-1 md:items-end">
          <StopStatusBadge status={stop.status} />
          {stop.failure_reason && (
            <Text size="xsmall" className="text-ui-fg-subtle">
              {t(`routes.failure.${stop.failure_reason}`)}
              {stop.failure_note && `: ${stop.failure_note}`}
            </Text>
          )}
        </div>
      </div>
      <div className="w-7 shrink-0">
        {isEditable && (
          <ActionMenu
            groups={[
              {
                actions: [
                  {
                    label: t("routes.moveUp"),
                    icon: <ArrowUpMini />,
                    disabled: place === 0,
                    onClick: () => onMove(place - 1),
                  },
                  {
                    label: t("routes.moveDown"),
                    icon: <ArrowDownMini />,
                    disabled: place === places - 1,
                    onClick: () => onMove(place + 1),
                  },
                ],
              },
              {
                actions: [
                  {
                    label: t("routes.removeStop"),
                    icon: <Trash />,
                    onClick: onRemove,
                  },
                ],
              },
            ]}
          />
        )}
      </div>
    </div>
  )
}

/** What is to be collected, or what was. */
function Money({ stop: { cash, cash_due } }: { stop: AdminStop }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  if (cash) {
    return (
      <Text size="small" className="tabular-nums" as="div">
        {t("routes.collected", {
          amount: formatMoney(cash.collected, cash.currency_code, locale),
        })}
        {cash.difference < 0 && (
          <span className="text-ui-fg-error block">
            {t("routes.short", {
              amount: formatMoney(-cash.difference, cash.currency_code, locale),
            })}
          </span>
        )}
      </Text>
    )
  }
  return (
    <Text size="small" className="text-ui-fg-subtle tabular-nums">
      {cash_due
        ? t("routes.toCollect", {
            amount: formatMoney(
              cash_due.amount,
              cash_due.currency_code,
              locale
            ),
          })
        : "–"}
    </Text>
  )
}
