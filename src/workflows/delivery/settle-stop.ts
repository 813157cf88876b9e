import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../lib/actor"
import { markDeliveredWorkflow } from "./mark-delivered"
import { captureCashStep } from "./steps/capture-cash"

export const captureCashWorkflowId = "capture-delivery-cash"

/** Captures in Medusa what a driver took at a stop. Run again it does only what is missing. */
export const captureCashWorkflow = createWorkflow(
  captureCashWorkflowId,
  (input: { stop_id: string }) => {
    return new WorkflowResponse(captureCashStep(input))
  }
)

export type SettleStopInput = {
  stop_id: string
  booking_id: string
  actor: Actor
}

/** As long as Medusa takes at worst for a fulfillment, its delivery and a capture. */
const LOCK_SECONDS = 30

/**
 * Brings Medusa into step with a stop that was delivered: the order is
 * delivered, then its cash is captured. Run again it does only what is missing;
 * two runs at once wait for each other.
 *
 * Two workflows, not one: neither can be taken back, so a failing capture must
 * not try to undo the delivery.
 */
export async function settleStop(
  { stop_id, booking_id, actor }: SettleStopInput,
  container: MedusaContainer
): Promise<void> {
  const locking = container.resolve(Modules.LOCKING)
  await locking.execute(
    `delivery-settle:${stop_id}`,
    async () => {
      await markDeliveredWorkflow(container).run({
        input: { booking_id, actor },
      })
      await captureCashWorkflow(container).run({ input: { stop_id } })
    },
    { timeout: LOCK_SECONDS }
  )
}
