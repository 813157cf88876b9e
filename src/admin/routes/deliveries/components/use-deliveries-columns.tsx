import { CheckCircle, ArrowUpRightOnBox } from "@medusajs/icons"
import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useNavigate } from "react-router-dom"

import type { AdminBooking } from "../../../../sdk/types"
import { BookingStatusBadge } from "../../../components/booking-status-badge"
import { SlotTime } from "../../../components/slot-time"
import { useLocale } from "../../../hooks/use-locale"
import {
  toDeliverable,
  type Deliverable,
} from "../../../hooks/use-mark-delivered"
import { useCornerstoreTranslation } from "../../../i18n/use-cornerstore-translation"
import { formatMoney } from "../../../lib/money"

const columnHelper = createDataTableColumnHelper<AdminBooking>()

type ColumnOptions = {
  zone: string
  onDeliver: (target: Deliverable) => void
}

export function useDeliveriesColumns({ zone, onDeliver }: ColumnOptions) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const navigate = useNavigate()

  return useMemo(
    () => [
      columnHelper.select(),
      columnHelper.display({
        id: "order",
        header: t("bookings.fields.order"),
        cell: ({ row }) => (
          <span className="text-ui-fg-base font-medium">
            {row.original.order
              ? `#${row.original.order.display_id}`
              : t("bookings.cart")}
          </span>
        ),
      }),
      columnHelper.display({
        id: "customer",
        header: t("bookings.fields.customer"),
        cell: ({ row }) => customerOf(row.original),
      }),
      columnHelper.display({
        id: "district",
        header: t("bookings.fields.district"),
        cell: ({ row }) => row.original.district.name,
      }),
      columnHelper.display({
        id: "slot",
        header: t("bookings.fields.slot"),
        cell: ({ row }) => <SlotTime slot={row.original.slot} zone={zone} />,
      }),
      columnHelper.display({
        id: "driver",
        header: t("routes.fields.driver"),
        cell: ({ row }) => row.original.route?.driver_name ?? "–",
      }),
      columnHelper.display({
        id: "status",
        header: t("bookings.fields.status"),
        cell: ({ row }) => <BookingStatusBadge status={row.original.status} />,
      }),
      columnHelper.accessor((row): unknown => row.order?.total, {
        id: "total",
        header: t("bookings.fields.total"),
        align: "right",
        cell: ({ row }) => (
          <span className="tabular-nums">{totalOf(row.original, locale)}</span>
        ),
      }),
      columnHelper.action({
        actions: ({ row }) => {
          const { order } = row.original
          const target = toDeliverable(row.original)
          return [
            ...(target
              ? [
                  {
                    label: t("deliver.action"),
                    icon: <CheckCircle />,
                    onClick: () => onDeliver(target),
                  },
                ]
              : []),
            ...(order
              ? [
                  {
                    label: t("bookings.openOrder"),
                    icon: <ArrowUpRightOnBox />,
                    onClick: () => navigate(`/orders/${order.id}`),
                  },
                ]
              : []),
          ]
        },
      }),
    ],
    [locale, navigate, onDeliver, t, zone]
  )
}

/** The customer's name, else the e-mail address. */
export function customerOf({ order }: AdminBooking): string {
  return order?.customer_name || order?.email || "–"
}

export function totalOf({ order }: AdminBooking, locale: string): string {
  return order ? formatMoney(order.total, order.currency_code, locale) : "–"
}
