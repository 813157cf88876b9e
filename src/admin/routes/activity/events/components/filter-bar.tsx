import { Button, Input, Label } from "@medusajs/ui"

import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { CustomerFilter } from "./customer-filter"
import { EventFilters, isFiltered } from "./event-filters"
import { TextFilter } from "./text-filter"

type FilterBarProps = {
  filters: EventFilters
  /** Names of events on screen, to choose from. */
  names: string[]
  onChange: (changes: Partial<EventFilters>) => void
}

const NONE: EventFilters = {
  event: "",
  visitor: "",
  customer: "",
  from: "",
  to: "",
}

/** Which events are shown. */
export function FilterBar({ filters, names, onChange }: FilterBarProps) {
  const { t, host } = useCornerstoreTranslation()
  return (
    <div className="grid grid-cols-2 items-end gap-3 px-4 py-4 md:grid-cols-4 md:px-6 xl:grid-cols-[repeat(3,minmax(0,1fr))_repeat(2,9.5rem)_auto]">
      <TextFilter
        id="event-name"
        label={t("events.filters.event")}
        placeholder={t("events.filters.any")}
        value={filters.event}
        options={names}
        onChange={(event) => onChange({ event })}
      />
      <TextFilter
        id="event-visitor"
        label={t("events.filters.visitor")}
        placeholder={t("events.filters.any")}
        value={filters.visitor}
        onChange={(visitor) => onChange({ visitor })}
      />
      <CustomerFilter
        value={filters.customer}
        onChange={(customer) => onChange({ customer })}
      />
      {(["from", "to"] as const).map((name) => (
        <div key={name} className="flex flex-col gap-1">
          <Label size="xsmall" htmlFor={`event-${name}`}>
            {t(`events.filters.${name}`)}
          </Label>
          <Input
            id={`event-${name}`}
            type="date"
            size="small"
            value={filters[name]}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        </div>
      ))}
      {isFiltered(filters) && (
        <Button
          size="small"
          variant="transparent"
          className="justify-self-start"
          onClick={() => onChange(NONE)}
        >
          {host("actions.clearAll")}
        </Button>
      )}
    </div>
  )
}
