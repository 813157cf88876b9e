import { useQueryGraphStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../lib/actor"
import { recordAuditStep } from "../audit/steps/record-audit"
import { deliverBookingStep } from "./steps/deliver-booking"
import { deliverFulfillmentsStep } from "./steps/deliver-fulfillments"
import { ensureFulfillmentsStep } from "./steps/ensure-fulfillments"
import { publishTrackingStep } from "./steps/publish-tracking"

export type MarkDeliveredInput = { booking_id: string; actor: Actor }

export const markDeliveredWorkflowId = "mark-delivered"

/**
 * Marks a booking delivered here and its order delivered in Medusa, once, and
 * says in the audit log who did it.
 *
 * What cannot be taken back (Medusa's delivered mark) comes last. Killed in
 * between, the reconciler `delivery-follow-orders` does the rest.
 */
export const markDeliveredWorkflow = createWorkflow(
  markDeliveredWorkflowId,
  (input: MarkDeliveredInput) => {
    const { data: booking } = useQueryGraphStep({
      entity: "delivery_booking",
      fields: ["id", "order_id", "slot_id", "order.display_id"],
      filters: { id: input.booking_id },
      options: { throwIfKeyNotFound: true, isList: false },
    }).config({ name: "get-booking" })
    const delivered = deliverBookingStep({ booking_id: input.booking_id })
    ensureFulfillmentsStep(
      transform({ booking, input }, (data) => ({
        order_id: data.booking.order_id ?? "",
        created_by: data.input.actor.id,
      }))
    )
    recordAuditStep(
      transform({ booking, delivered, input }, (data) => ({
        actor: data.input.actor,
        action: "delivery.delivered",
        resource: { type: "order", id: data.booking.order_id ?? "" },
        details: {
          booking_id: data.booking.id,
          slot_id: data.booking.slot_id,
          display_id: data.booking.order?.display_id,
        },
        // A reconciler that finishes this delivery comes to the same key.
        key: `delivery.delivered:${data.booking.id}:${data.delivered.delivered_at}`,
      }))
    )
    deliverFulfillmentsStep(
      transform({ booking }, (data) => ({
        order_id: data.booking.order_id ?? "",
      }))
    )
    publishTrackingStep(
      transform({ input }, (data) => ({ booking_ids: [data.input.booking_id] }))
    )
    return new WorkflowResponse(delivered)
  }
)
