import { toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"

import type { AdminBooking } from "../../sdk/types"
import { useCornerstoreTranslation } from "../i18n/use-cornerstore-translation"
import { messageOf } from "../lib/errors"
import { mapLimited } from "../lib/lists"
import { useMarkBookingDelivered } from "./api/bookings"

const AT_ONCE = 4

/** What the hook needs of a booking: its id and its order's number. */
export type Deliverable = { id: string; display_id: number }

export type DeliveryFailure = Deliverable & { reason: string }

/** Only an order that is booked and not yet delivered can be delivered. */
export function toDeliverable(booking: AdminBooking): Deliverable | null {
  return booking.status === "booked" && booking.order
    ? { id: booking.id, display_id: booking.order.display_id }
    : null
}

/**
 * Marks bookings delivered, after asking with the orders' numbers.
 *
 * `deliver` resolves to what failed, by order; it is empty when all went well
 * and null when the person thought better of it.
 */
export function useMarkDelivered(): {
  deliver: (targets: Deliverable[]) => Promise<DeliveryFailure[] | null>
  isPending: boolean
} {
  const { t, host } = useCornerstoreTranslation()
  const prompt = usePrompt()
  const { mutateAsync } = useMarkBookingDelivered()
  const [isPending, setIsPending] = useState(false)

  const deliver = async (targets: Deliverable[]) => {
    const orders = targets.map(({ display_id }) => `#${display_id}`).join(", ")
    const confirmed = await prompt({
      variant: "confirmation",
      title: t("deliver.title", { count: targets.length }),
      description: t("deliver.description", { count: targets.length, orders }),
      confirmText: t("deliver.action"),
      cancelText: host("actions.cancel"),
    })
    if (!confirmed) {
      return null
    }

    setIsPending(true)
    const results = await mapLimited(targets, AT_ONCE, ({ id }) =>
      mutateAsync(id)
    )
    setIsPending(false)

    const failures = results.flatMap((result, index) => {
      const target = targets[index]
      return result.status === "rejected" && target
        ? [{ ...target, reason: messageOf(result.reason, t("errors.unknown")) }]
        : []
    })
    const done = targets.length - failures.length
    if (done > 0) {
      toast.success(t("deliver.success", { count: done }))
    }
    if (failures.length > 0) {
      toast.error(t("deliver.failed", { count: failures.length }), {
        description: failures
          .map(({ display_id, reason }) => `#${display_id}: ${reason}`)
          .join("\n"),
      })
    }
    return failures
  }

  return { deliver, isPending }
}
