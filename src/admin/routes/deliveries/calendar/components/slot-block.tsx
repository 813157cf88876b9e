import { clx } from "@medusajs/ui"
import { Link, type To } from "react-router-dom"

import { useLocale } from "../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { formatSlotHours } from "../../../../lib/dates"
import { LoadBar, LoadNumbers, useLoadText } from "./load-bar"
import { loadOfSlots, type PlacedSlot } from "./loads"

type SlotBlockProps = { slot: PlacedSlot; zone: string; to: To }

/** A slot of a week: its hours, its district and how full it is. */
export function SlotBlock({ slot, zone, to }: SlotBlockProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const loadText = useLoadText()
  const load = loadOfSlots([slot])
  const hours = formatSlotHours(slot.starts_at, slot.ends_at, zone, locale)
  const allDelivered = slot.delivered > 0 && slot.booked === 0
  return (
    <Link
      to={to}
      aria-label={[
        hours,
        slot.district.name,
        loadText(load),
        ...(slot.delivered
          ? [t("calendar.deliveredCount", { count: slot.delivered })]
          : []),
        ...(slot.is_open ? [] : [t("calendar.closed")]),
      ].join(", ")}
      className={clx(
        "bg-ui-bg-base shadow-elevation-card-rest hover:shadow-elevation-card-hover focus-visible:shadow-borders-focus transition-fg txt-compact-xsmall flex flex-col gap-1 rounded-md p-2 outline-none",
        { "opacity-70": !slot.is_open || allDelivered }
      )}
    >
      <span className="flex items-center justify-between gap-1">
        <span className="truncate font-medium">{slot.district.name}</span>
        <LoadNumbers load={load} />
      </span>
      <LoadBar load={load} />
      <span className="text-ui-fg-subtle flex flex-wrap justify-between gap-x-2">
        <span>{hours}</span>
        {!slot.is_open && <span>{t("calendar.closed")}</span>}
        {allDelivered && <span>{t("calendar.allDelivered")}</span>}
      </span>
    </Link>
  )
}
