import { Button, toast, usePrompt } from "@medusajs/ui"

import { useReleaseOrderSlot } from "../../hooks/api/order-slot"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { messageOf } from "../../lib/errors"

type ReleaseSlotProps = { orderId: string; displayId: number | null }

/** Takes the time from an order, after asking with its number. */
export function ReleaseSlot({ orderId, displayId }: ReleaseSlotProps) {
  const { t, host } = useCornerstoreTranslation()
  const prompt = usePrompt()
  const { mutateAsync, isPending } = useReleaseOrderSlot(orderId)

  const release = async () => {
    const confirmed = await prompt({
      title: t("orderSlot.release.title"),
      description: t("orderSlot.release.description", {
        order: `#${displayId ?? ""}`,
      }),
      confirmText: t("orderSlot.release.action"),
      cancelText: host("actions.cancel"),
    })
    if (!confirmed) {
      return
    }
    try {
      await mutateAsync()
      toast.success(t("orderSlot.release.done"))
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  }

  return (
    <Button
      size="small"
      variant="transparent"
      isLoading={isPending}
      onClick={() => void release()}
    >
      {t("orderSlot.release.action")}
    </Button>
  )
}
