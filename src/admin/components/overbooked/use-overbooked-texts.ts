import { useMemo } from "react"

import type { OverbookedSlot } from "../../../sdk/types"
import { useLocale } from "../../hooks/use-locale"
import { useShopZone } from "../../hooks/use-shop-zone"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { formatClock, formatDay } from "../../lib/dates"

/** Nothing more is sold in it: its window or its day was taken away. */
const isGone = ({ capacity_orders }: OverbookedSlot) => capacity_orders === 0

/** Overbooked slots in words. */
export function useOverbookedTexts() {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const zone = useShopZone()
  return useMemo(
    () => ({
      title: (slots: OverbookedSlot[]) =>
        t(slots.every(isGone) ? "overbooked.goneTitle" : "overbooked.title", {
          count: slots.length,
        }),
      /** `Sat, Nov 28, 9:00 AM` */
      whenOf: ({ date, starts_at }: OverbookedSlot) =>
        `${formatDay(date, locale)}, ${formatClock(starts_at, locale, zone)}`,
      /** `8 booked, room for 5` */
      loadOf: (slot: OverbookedSlot) =>
        t(isGone(slot) ? "overbooked.gone" : "overbooked.load", {
          reserved: slot.reserved_orders,
          capacity: slot.capacity_orders,
        }),
    }),
    [locale, t, zone]
  )
}
