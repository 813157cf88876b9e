import { Button, Drawer, Text } from "@medusajs/ui"
import { useState } from "react"

import type { AdminOrderSlotResponse } from "../../../sdk/types"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { SlotForm } from "./slot-form"

type SlotDrawerProps = { orderId: string; orderSlot: AdminOrderSlotResponse }

/** Chooses a time for an order's delivery, or another one. */
export function SlotDrawer({ orderId, orderSlot }: SlotDrawerProps) {
  const { t } = useCornerstoreTranslation()
  const [open, setOpen] = useState(false)
  const kind = orderSlot.delivery_slot ? "change" : "choose"

  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t(`orderSlot.${kind}.action`)}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t(`orderSlot.${kind}.title`)}</Drawer.Title>
          <Drawer.Description asChild>
            <Text size="small" className="text-ui-fg-subtle text-pretty">
              {t(
                orderSlot.is_draft
                  ? "orderSlot.priceFollows"
                  : "orderSlot.priceStays"
              )}
            </Text>
          </Drawer.Description>
        </Drawer.Header>
        {open && (
          <SlotForm
            orderId={orderId}
            orderSlot={orderSlot}
            onDone={() => setOpen(false)}
          />
        )}
      </Drawer.Content>
    </Drawer>
  )
}
