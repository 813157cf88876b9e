import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { enqueueOutboxStep } from "../runtime/steps/enqueue-outbox"
import { bookPlaceStep } from "./steps/book-place"
import { describeBookingStep } from "./steps/describe-booking"

export type BookDeliveryInput = { cart_id: string; order_id: string }

export const bookDeliveryWorkflowId = "book-delivery"

/**
 * Tells the owner of a new delivery order and gives the place of the cart to
 * the order. Runs on `order.placed` and again from the reconciler, which looks
 * for places that were committed but not booked: booking comes last, so that
 * being killed anywhere before leaves something to find.
 */
export const bookDeliveryWorkflow = createWorkflow(
  bookDeliveryWorkflowId,
  (input: BookDeliveryInput) => {
    const description = describeBookingStep(input)
    when(
      "tell-owner-of-booking",
      { description },
      (data) => !!data.description
    ).then(() => {
      enqueueOutboxStep(
        transform({ description, input }, (data) => [
          {
            kind: "notify-owner",
            key: `delivery-booked:${data.input.order_id}`,
            payload: data.description ?? {},
          },
        ])
      )
    })
    const booked = bookPlaceStep(input)
    return new WorkflowResponse(booked)
  }
)
