import { StatusBadge } from "@medusajs/ui"

import type { DeliveryExceptionKind } from "../../../../../sdk/types"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"

const COLORS = { closed: "red", changed: "orange", extra: "green" } as const

/** What happens on these days, in a colour and a word. */
export function KindBadge({ kind }: { kind: DeliveryExceptionKind }) {
  const { t } = useCornerstoreTranslation()
  return (
    <StatusBadge color={COLORS[kind]} className="text-nowrap">
      {t(`deliveryDays.kinds.${kind}`)}
    </StatusBadge>
  )
}
