import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { enqueueOutboxStep } from "../runtime/steps/enqueue-outbox"
import { cancelMessage } from "./enqueue-cancel"
import { posService } from "./module"

/**
 * Withdraws what was not sent and asks for the cancellation of what was. Not
 * undone: the order stays canceled in Medusa.
 */
export const cancelPosOrdersStep = createStep(
  "cancel-pos-orders",
  async ({ order_ids }: { order_ids: string[] }, { container }) => {
    const { withdrawn, requested } =
      await posService(container).cancelOrders(order_ids)
    return new StepResponse({
      withdrawn: withdrawn.length,
      // One whose ticket is not certain is canceled when it is.
      requested: requested
        .filter(({ push_state }) => push_state === "sent")
        .map(({ id, connection_id, order_id }) => ({
          id,
          connection_id,
          order_id,
        })),
    })
  }
)

export const cancelPosOrdersWorkflowId = "cancel-pos-orders-workflow"

/**
 * Cancels at their POS what was canceled in Medusa. Runs on `order.canceled` and
 * from the reconciler; asking again changes nothing.
 */
export const cancelPosOrdersWorkflow = createWorkflow(
  cancelPosOrdersWorkflowId,
  (input: { order_ids: string[] }) => {
    const canceled = cancelPosOrdersStep(input)
    when(
      "send-pos-cancellations",
      { canceled },
      (data) => data.canceled.requested.length > 0
    ).then(() => {
      enqueueOutboxStep(
        transform({ canceled }, (data) =>
          data.canceled.requested.map(cancelMessage)
        )
      )
    })
    return new WorkflowResponse(canceled)
  }
)
