import { useMemo } from "react"

import type { OverbookedSlot } from "../../../sdk/types"
import { useLocale } from "../../hooks/use-locale"
import { useShopZone } from "../../hooks/use-shop-zone"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { formatClock, formatDay } from "../../lib/dates"

/** Overbooked slots in words. */
export function useOverbookedTexts() {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const zone = useShopZone()
  return useMemo(
    () => ({
      title: (slots: OverbookedSlot[]) =>
        t("overbooked.title", { count: slots.length }),
      /** `Sat, Nov 28, 9:00 AM` */
      whenOf: ({ date, starts_at }: OverbookedSlot) =>
        `${formatDay(date, locale)}, ${formatClock(starts_at, locale, zone)}`,
      /** `8 booked, room for 5` */
      loadOf: ({ reserved_orders, capacity_orders }: OverbookedSlot) =>
        t("overbooked.load", {
          reserved: reserved_orders,
          capacity: capacity_orders,
        }),
    }),
    [locale, t, zone]
  )
}
