import { CheckCircleMiniSolid } from "@medusajs/icons"
import { clx, Tooltip } from "@medusajs/ui"
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
  const isLive = slot.is_open && !allDelivered
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
        ...(slot.is_open ? [] : [t("calendar.closedSlot")]),
      ].join(", ")}
      className={clx(
        "focus-visible:shadow-borders-focus transition-fg txt-compact-xsmall flex flex-col gap-1 rounded-md p-2 outline-none",
        isLive
          ? "bg-ui-bg-base shadow-elevation-card-rest hover:shadow-elevation-card-hover"
          : "bg-ui-bg-subtle shadow-borders-base hover:bg-ui-bg-subtle-hover"
      )}
    >
      <span className="flex items-center justify-between gap-1">
        <span
          className={clx("truncate", {
            "text-ui-fg-base font-medium": isLive,
            "text-ui-fg-subtle": !isLive,
          })}
        >
          {slot.district.name}
        </span>
        <span className="flex shrink-0 items-center gap-1">
          {allDelivered && (
            <Tooltip content={t("calendar.allDelivered")}>
              <CheckCircleMiniSolid className="text-ui-tag-green-icon" />
            </Tooltip>
          )}
          <LoadNumbers load={load} />
        </span>
      </span>
      <LoadBar load={load} />
      {!slot.is_open && (
        <span className="text-ui-fg-muted">{t("calendar.closedSlot")}</span>
      )}
    </Link>
  )
}
