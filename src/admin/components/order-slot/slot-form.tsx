import { Button, Drawer, InlineTip, Skeleton, toast } from "@medusajs/ui"
import { useState } from "react"

import type { AdminOrderSlotResponse } from "../../../sdk/types"
import { useOrderSlots, useSetOrderSlot } from "../../hooks/api/order-slot"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { messageOf } from "../../lib/errors"
import { PageError } from "../page-state"
import { SlotChoices } from "./slot-choices"

type SlotFormProps = {
  orderId: string
  orderSlot: AdminOrderSlotResponse
  onDone: () => void
}

export function SlotForm({ orderId, orderSlot, onDone }: SlotFormProps) {
  const { t, host } = useCornerstoreTranslation()
  const { orderSlots, error, refetch } = useOrderSlots(orderId, true)
  const { mutateAsync, isPending } = useSetOrderSlot(orderId)
  const [chosenId, setChosenId] = useState<string>()
  const chosen = orderSlots?.slots.find(({ id }) => id === chosenId)

  const save = async () => {
    if (!chosen) {
      return
    }
    try {
      await mutateAsync({
        slot_id: chosen.id,
        ...(chosen.can_force ? { force: true } : {}),
      })
      toast.success(t("orderSlot.saved"))
      onDone()
    } catch (failure) {
      toast.error(messageOf(failure, t("errors.unknown")))
    }
  }

  return (
    <>
      <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-auto">
        {orderSlots ? (
          orderSlots.reason ? (
            <InlineTip label={t(`orderSlot.none.${orderSlots.reason}.title`)}>
              {t(`orderSlot.none.${orderSlots.reason}.text`)}
            </InlineTip>
          ) : (
            <SlotChoices
              slots={orderSlots.slots}
              bookedId={orderSlots.booked_slot_id}
              zone={orderSlot.time_zone}
              chosenId={chosenId}
              onChoose={setChosenId}
            />
          )
        ) : error ? (
          <PageError bare error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton className="h-48 w-full" />
        )}
        {chosen?.can_force && (
          <InlineTip variant="warning" label={t("orderSlot.late.title")}>
            {t("orderSlot.late.text")}
          </InlineTip>
        )}
      </Drawer.Body>
      <Drawer.Footer>
        <Drawer.Close asChild>
          <Button size="small" variant="secondary" type="button">
            {host("actions.cancel")}
          </Button>
        </Drawer.Close>
        <Button
          size="small"
          disabled={!chosen}
          isLoading={isPending}
          onClick={() => void save()}
        >
          {chosen?.can_force
            ? t("orderSlot.late.action")
            : host("actions.save")}
        </Button>
      </Drawer.Footer>
    </>
  )
}
