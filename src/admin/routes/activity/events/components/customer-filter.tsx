import { Combobox } from "@medusajs/dashboard/components"
import { useComboboxData } from "@medusajs/dashboard/hooks"
import { Label } from "@medusajs/ui"

import { customerNamesQueryKeys } from "../../../../hooks/api/activity-events"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { sdk } from "../../../../lib/sdk"

type CustomerFilterProps = {
  /** Id of a customer, or empty. */
  value: string
  onChange: (value: string) => void
}

/** A customer, found by name or e-mail address. */
export function CustomerFilter({ value, onChange }: CustomerFilterProps) {
  const { t } = useCornerstoreTranslation()
  const customers = useComboboxData({
    queryKey: [...customerNamesQueryKeys.all, "combobox"],
    queryFn: (params) =>
      sdk.admin.customer.list({
        ...params,
        fields: "id,email,first_name,last_name",
      }),
    getOptions: ({ customers }) =>
      customers.map(({ id, email, first_name, last_name }) => ({
        value: id,
        label:
          [first_name, last_name, `<${email}>`].filter(Boolean).join(" ") || id,
      })),
    selectedValue: value || undefined,
  })

  return (
    <div className="col-span-2 flex min-w-0 flex-col gap-1 md:col-span-1">
      <Label size="xsmall" htmlFor="event-customer">
        {t("events.filters.customer")}
      </Label>
      <Combobox
        id="event-customer"
        className="h-7 min-h-7"
        allowClear
        placeholder={t("events.filters.any")}
        value={value}
        onChange={(id) => onChange(id ?? "")}
        options={customers.options}
        searchValue={customers.searchValue}
        onSearchValueChange={customers.onSearchValueChange}
        fetchNextPage={customers.fetchNextPage}
        isFetchingNextPage={customers.isFetchingNextPage}
      />
    </div>
  )
}
