import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../lib/actor"
import { recordAuditStep } from "../audit/steps/record-audit"
import { queuePosPushStep } from "./steps/queue-push"
import { reopenPosOrderStep } from "./steps/reopen-order"

export const sendPosOrderAgainWorkflowId = "send-pos-order-again-workflow"

/**
 * Sends an order to its POS that was given up, held for a person or skipped. Its
 * lines are decided again; its idempotency key stays.
 *
 * @throws MedusaError NOT_FOUND, or NOT_ALLOWED with the reason
 */
export const sendPosOrderAgainWorkflow = createWorkflow(
  sendPosOrderAgainWorkflowId,
  (input: { id: string; order_id: string; actor: Actor }) => {
    const order = reopenPosOrderStep(
      transform({ input }, ({ input: { id, order_id } }) => ({ id, order_id }))
    )
    const queued = queuePosPushStep(order)
    recordAuditStep(
      transform({ input, order }, ({ input, order }) => ({
        actor: input.actor,
        action: "pos_order.sent_again",
        resource: { type: "order", id: order.order_id },
        details: { connection_id: order.connection_id },
      }))
    )
    return new WorkflowResponse(queued)
  }
)
