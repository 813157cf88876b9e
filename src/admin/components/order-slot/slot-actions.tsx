import { Text } from "@medusajs/ui"

import { useOrderSlot } from "../../hooks/api/order-slot"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { ReleaseSlot } from "./release-slot"
import { SlotDrawer } from "./slot-drawer"

type SlotActionsProps = { orderId: string; displayId: number | null }

/** What can be done about the time of an order that has one. */
export function SlotActions({ orderId, displayId }: SlotActionsProps) {
  const { t } = useCornerstoreTranslation()
  const { orderSlot } = useOrderSlot(orderId)

  if (!orderSlot?.delivery_slot) {
    return null
  }
  if (orderSlot.closed) {
    return orderSlot.closed === "on_route" ? (
      <Text size="small" className="text-ui-fg-muted text-pretty">
        {t("orderSlot.onRoute")}
      </Text>
    ) : null
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SlotDrawer orderId={orderId} orderSlot={orderSlot} />
      <ReleaseSlot orderId={orderId} displayId={displayId} />
    </div>
  )
}
