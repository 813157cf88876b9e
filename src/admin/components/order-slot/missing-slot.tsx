import { ExclamationCircle } from "@medusajs/icons"
import { Skeleton, Text } from "@medusajs/ui"

import { useOrderSlot } from "../../hooks/api/order-slot"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { PageError } from "../page-state"
import { SlotDrawer } from "./slot-drawer"

type MissingSlotProps = {
  orderId: string
  /** Nothing is shown for an order that needs no slot. */
  onlyIfMissing?: boolean
}

/** What stands where an order's slot would be: why there is none, and how to choose one. */
export function MissingSlot({ orderId, onlyIfMissing }: MissingSlotProps) {
  const { t } = useCornerstoreTranslation()
  const { orderSlot, isPending, error, refetch } = useOrderSlot(orderId)

  if (onlyIfMissing && !orderSlot?.is_missing) {
    return null
  }
  if (isPending) {
    return <Skeleton className="mx-6 my-4 h-5 w-2/3" />
  }
  if (!orderSlot) {
    return <PageError bare error={error} onRetry={() => void refetch()} />
  }
  return (
    <div className="flex flex-col items-start gap-3 px-6 py-4">
      {orderSlot.is_missing ? (
        <div className="flex items-start gap-2">
          <ExclamationCircle className="text-ui-tag-orange-icon mt-0.5 shrink-0" />
          <Text size="small" className="text-pretty">
            {t(`orderSlot.missing.${orderSlot.is_draft ? "draft" : "order"}`)}
          </Text>
        </div>
      ) : (
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("orderDelivery.none")}
        </Text>
      )}
      {orderSlot.closed === null && (
        <SlotDrawer orderId={orderId} orderSlot={orderSlot} />
      )}
    </div>
  )
}
