import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { enqueueOutboxStep } from "../runtime/steps/enqueue-outbox"
import { pushMessage } from "./push-message"
import { registerPosOrderStep } from "./steps/register-order"

export const registerPosOrderWorkflowId = "register-pos-order-workflow"

/**
 * Registers an order at the POS connections of its sales channel and stores the
 * intent to send it. Runs on `order.placed` and from the reconciler: an order
 * is registered at a connection once, and its message has a key of its own, so
 * running it again only finishes what is missing.
 */
export const registerPosOrderWorkflow = createWorkflow(
  registerPosOrderWorkflowId,
  (input: { order_id: string }) => {
    const registered = registerPosOrderStep(input)
    const messages = transform({ registered }, (data) =>
      data.registered.filter(({ send }) => send).map(pushMessage)
    )
    when(
      "send-registered-orders",
      { messages },
      (data) => data.messages.length > 0
    ).then(() => {
      enqueueOutboxStep(messages)
    })
    return new WorkflowResponse(registered)
  }
)
