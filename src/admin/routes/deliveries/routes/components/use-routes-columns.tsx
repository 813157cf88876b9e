import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"

import type { AdminRoute } from "../../../../../sdk/types"
import { RouteStatusBadge } from "../../../../components/route-badges"
import { useLocale } from "../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { formatDay } from "../../../../lib/dates"

const columnHelper = createDataTableColumnHelper<AdminRoute>()

export function useRoutesColumns() {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()

  return useMemo(
    () => [
      columnHelper.display({
        id: "date",
        header: t("routes.fields.date"),
        cell: ({ row }) => (
          <span className="text-ui-fg-base font-medium">
            {formatDay(row.original.date, locale)}
          </span>
        ),
      }),
      columnHelper.display({
        id: "driver",
        header: t("routes.fields.driver"),
        cell: ({ row }) => row.original.driver.name,
      }),
      columnHelper.display({
        id: "status",
        header: t("routes.fields.status"),
        cell: ({ row }) => <RouteStatusBadge status={row.original.status} />,
      }),
      columnHelper.display({
        id: "progress",
        header: t("routes.fields.progress"),
        cell: ({ row: { original } }) =>
          t("routes.progress", {
            done: original.stops_delivered + original.stops_failed,
            count: original.stops_total,
          }),
      }),
      columnHelper.display({
        id: "failed",
        header: t("routes.fields.failed"),
        cell: ({ row }) =>
          row.original.stops_failed > 0 ? row.original.stops_failed : "–",
      }),
    ],
    [locale, t]
  )
}
