import { updateOrderWorkflow } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../lib/actor"
import type { GeoPoint } from "../../modules/delivery/domain/distance"
import { recordAuditStep } from "../audit/steps/record-audit"
import { moveStopsStep, prepareAddressStep } from "./steps/set-position"

export const setOrderPositionWorkflowId = "set-order-delivery-position"

/**
 * Puts a pin where an order is delivered to: coordinates in its address, and in
 * the stops that are still to be driven to. Its booking stays where it is.
 *
 * @throws MedusaError NOT_FOUND, or NOT_ALLOWED for an order that has no address or is canceled
 */
export const setOrderPositionWorkflow = createWorkflow(
  setOrderPositionWorkflowId,
  (input: { order_id: string; point: GeoPoint; actor: Actor }) => {
    const shipping_address = prepareAddressStep(input)
    updateOrderWorkflow.runAsStep({
      input: transform({ input, shipping_address }, (data) => ({
        id: data.input.order_id,
        user_id: data.input.actor.id,
        shipping_address: data.shipping_address,
      })),
    })
    const { moved } = moveStopsStep(input)
    recordAuditStep(
      transform({ input, moved }, (data) => ({
        actor: data.input.actor,
        action: "delivery.position_set",
        // Where somebody lives does not go into a log that keeps everything.
        resource: { type: "order", id: data.input.order_id },
        details: { stops_moved: data.moved },
      }))
    )
    return new WorkflowResponse(moved)
  }
)
