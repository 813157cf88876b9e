import { Select } from "@medusajs/ui"

import { useAllDistricts } from "../../../../hooks/api/districts"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"

/** No district has this id; a choice without a value is none. */
const ALL = "all"

type DistrictSelectProps = {
  /** Null for every district. */
  value: string | null
  onChange: (districtId: string | null) => void
}

/** One district, or all of them. */
export function DistrictSelect({ value, onChange }: DistrictSelectProps) {
  const { t } = useCornerstoreTranslation()
  const { districts } = useAllDistricts()
  if (!districts || (districts.length < 2 && !value)) {
    return null
  }
  return (
    <Select
      size="small"
      value={value ?? ALL}
      onValueChange={(chosen) => onChange(chosen === ALL ? null : chosen)}
    >
      <Select.Trigger
        className="w-full min-w-0 max-w-60 md:w-48"
        aria-label={t("bookings.fields.district")}
      >
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        <Select.Item value={ALL}>{t("calendar.allDistricts")}</Select.Item>
        {districts.map(({ id, name }) => (
          <Select.Item key={id} value={id}>
            {name}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
