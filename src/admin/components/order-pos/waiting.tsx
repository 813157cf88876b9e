import { Alert, Button, toast, usePrompt } from "@medusajs/ui"

import type { AdminOrderPos } from "../../../sdk/types"
import { useSendPosOrder } from "../../hooks/api/pos"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { messageOf } from "../../lib/errors"
import { NextAttempt } from "./next-attempt"

/** Why an order has not reached its POS, and when it is tried next. */
export function Waiting({ pos }: { pos: AdminOrderPos }) {
  const { t } = useCornerstoreTranslation()
  const { attention, message, connection } = pos
  const reason = attention?.message ?? message?.last_error
  const failed = attention !== null || message?.status === "failed"

  if (!reason && !message) {
    return null
  }
  return (
    <div className="flex flex-col gap-2 px-6 py-4">
      {reason && (
        <Alert variant={failed ? "error" : "warning"} className="text-pretty">
          {reason}
        </Alert>
      )}
      {!failed && message && (
        <span className="text-ui-fg-subtle txt-compact-small">
          {connection.is_paused
            ? t("pos.order.paused")
            : connection.health === "attention"
              ? t("pos.order.connectionNeedsYou")
              : t("pos.order.attempts", { count: message.attempts })}
          {!connection.is_paused && message.next_attempt_at && (
            <>
              {" · "}
              {t("pos.order.next")}{" "}
              <NextAttempt instant={message.next_attempt_at} />
            </>
          )}
        </span>
      )}
    </div>
  )
}

type SendAgainProps = { orderId: string; pos: AdminOrderPos }

/** Sends it once more, after a look at the POS where a ticket may be there. */
export function SendAgain({ orderId, pos }: SendAgainProps) {
  const { t, host } = useCornerstoreTranslation()
  const prompt = usePrompt()
  const { mutateAsync, isPending } = useSendPosOrder(orderId)
  const unclear = pos.attention?.code === "unclear_ticket"

  const send = async () => {
    const confirmed = await prompt({
      variant: unclear ? "danger" : "confirmation",
      title: t("pos.order.sendAgain.title", { name: pos.connection.name }),
      description: t(
        unclear
          ? "pos.order.sendAgain.unclear"
          : "pos.order.sendAgain.description",
        { reference: pos.reference }
      ),
      confirmText: t("pos.order.sendAgain.action"),
      cancelText: host("actions.cancel"),
    })
    if (!confirmed) {
      return
    }
    try {
      await mutateAsync(pos.id)
      toast.success(t("pos.order.sendAgain.queued"))
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  }

  return (
    <div className="flex justify-end px-6 py-4">
      <Button
        size="small"
        variant="secondary"
        isLoading={isPending}
        onClick={() => void send()}
      >
        {t(
          pos.state === "skipped"
            ? "pos.order.checkAgain"
            : "pos.order.sendAgain.action"
        )}
      </Button>
    </div>
  )
}
