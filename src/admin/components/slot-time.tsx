import { clx, Tooltip } from "@medusajs/ui"

import { useLocale } from "../hooks/use-locale"
import { useCornerstoreTranslation } from "../i18n/use-cornerstore-translation"
import { foreignZoneName, formatDay, formatSlotHours } from "../lib/dates"

type SlotTimeProps = {
  slot: { date: string; starts_at: string; ends_at: string }
  /** The zone in which the shop means its hours. */
  zone: string
  /** Day and hours below each other. */
  stacked?: boolean
}

/** A slot's day and hours; the zone is named when the viewer's clock differs. */
export function SlotTime({ slot, zone, stacked = false }: SlotTimeProps) {
  const locale = useLocale()
  const { t } = useCornerstoreTranslation()
  const foreign = foreignZoneName(zone, locale, new Date(slot.starts_at))

  return (
    <span
      className={clx("inline-flex gap-x-2", {
        "flex-col": stacked,
        "flex-wrap": !stacked,
      })}
    >
      <span className="text-ui-fg-base">{formatDay(slot.date, locale)}</span>
      <span className="text-ui-fg-subtle">
        {formatSlotHours(slot.starts_at, slot.ends_at, zone, locale)}
        {foreign && (
          <Tooltip content={t("time.zoneHint", { zone })}>
            <span className="text-ui-fg-muted ml-1">{foreign}</span>
          </Tooltip>
        )}
      </span>
    </span>
  )
}
