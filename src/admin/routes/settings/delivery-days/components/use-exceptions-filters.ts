import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"

import { useAllDistricts } from "../../../../hooks/api/districts"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"

type FilterRow = { district_id: string; days: string }

const filterHelper = createDataTableFilterHelper<FilterRow>()

/** What the list can be narrowed by, and widened to what is over. */
export function useExceptionsFilters() {
  const { t } = useCornerstoreTranslation()
  const { districts } = useAllDistricts()

  return useMemo(
    () => [
      filterHelper.accessor("days", {
        type: "radio",
        label: t("deliveryDays.fields.days"),
        options: [
          { value: "upcoming", label: t("deliveryDays.filters.upcoming") },
          { value: "all", label: t("deliveryDays.filters.all") },
        ],
      }),
      ...(districts && districts.length > 0
        ? [
            filterHelper.accessor("district_id", {
              type: "radio",
              label: t("deliveryDays.fields.district_id"),
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
