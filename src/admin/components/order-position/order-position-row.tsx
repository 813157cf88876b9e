import { Button, Skeleton } from "@medusajs/ui"
import { useState } from "react"

import type { AdminOrderPosition } from "../../../sdk/types"
import { useOrderPosition } from "../../hooks/api/order-position"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { OrderPositionModal } from "./order-position-modal"

/** Where the driver is sent, how that is known, and a way to say it better. */
export function OrderPositionRow({ orderId }: { orderId: string }) {
  const { t } = useCornerstoreTranslation()
  const { position, isPending } = useOrderPosition(orderId)
  const [isOpen, setOpen] = useState(false)

  if (isPending) {
    return <Skeleton className="mx-6 my-4 h-5 w-1/2" />
  }
  // Who may not read it, or a failure: the rest of the section is of use without.
  if (!position) {
    return null
  }
  return (
    <div className="text-ui-fg-subtle txt-compact-small grid grid-cols-2 items-center gap-x-2 px-6 py-4">
      <span className="font-medium">{t("map.pin.label")}</span>
      <span className="flex min-w-0 flex-wrap items-center gap-2">
        <span>{t(`map.pin.sources.${position.source}`)}</span>
        {isElsewhere(position) && (
          <span className="text-ui-fg-error">
            {position.district
              ? t("map.pin.elsewhere", { district: position.district.name })
              : t("map.pin.outside")}
          </span>
        )}
        <Button
          size="small"
          variant="transparent"
          onClick={() => setOpen(true)}
        >
          {t("map.pin.set")}
        </Button>
      </span>
      {isOpen && (
        <OrderPositionModal
          orderId={orderId}
          position={position}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}

/** The address is known exactly, and is not in the district its delivery is booked in. */
export function isElsewhere({
  source,
  district,
  booked_district,
}: AdminOrderPosition): boolean {
  const isExact = source === "address" || source === "geocoder"
  return (
    isExact && booked_district !== null && district?.id !== booked_district.id
  )
}
