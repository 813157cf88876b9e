import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"

import type { AdminBooking } from "../../../../sdk/types"
import { useAllDistricts } from "../../../hooks/api/districts"
import { useCornerstoreTranslation } from "../../../i18n/use-cornerstore-translation"
import { STATUSES } from "./use-deliveries-query"

type FilterRow = Pick<AdminBooking, "status"> & { district_id: string }

const filterHelper = createDataTableFilterHelper<FilterRow>()

export function useDeliveriesFilters() {
  const { t } = useCornerstoreTranslation()
  const { districts } = useAllDistricts()

  return useMemo(
    () => [
      filterHelper.accessor("status", {
        type: "multiselect",
        label: t("bookings.fields.status"),
        searchable: false,
        options: STATUSES.map((status) => ({
          value: status,
          label: t(`bookings.status.${status}`),
        })),
      }),
      ...(districts && districts.length > 0
        ? [
            filterHelper.accessor("district_id", {
              type: "multiselect",
              label: t("bookings.fields.district"),
              options: districts.map(({ id, name }) => ({
                value: id,
                label: name,
              })),
            }),
          ]
        : []),
    ],
    [districts, t]
  )
}
