import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import {
  POS_PUSH_ORDER,
  posMessageKey,
} from "../../../modules/pos/domain/outbox"
import { RUNTIME_MODULE } from "../../../modules/runtime"
import RuntimeModuleService from "../../../modules/runtime/service"
import { pushMessage } from "../push-message"

/**
 * Sees to it that an order's message is in the queue: the dead letter is
 * replayed, with its key; one that never was is stored; one that waits is left.
 */
export const queuePosPushStep = createStep(
  "queue-pos-push",
  async (
    order: { id: string; connection_id: string; order_id: string },
    { container }
  ) => {
    const runtime = container.resolve<RuntimeModuleService>(RUNTIME_MODULE)
    await runtime.enqueueOutboxMessages([pushMessage(order)])
    const [message] = await runtime.listOutboxMessages(
      { kind: POS_PUSH_ORDER, key: posMessageKey(order) },
      { take: 1, select: ["id", "status"] }
    )
    if (message?.status === "failed") {
      await runtime.requeueFailedOutboxMessage(message.id)
    }
    return new StepResponse({ message_id: message?.id ?? null })
  }
)
