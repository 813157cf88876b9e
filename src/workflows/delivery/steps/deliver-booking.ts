import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { deliveryService } from "../module"

/**
 * Marks a booking delivered. A booking that is delivered already passes, so
 * that an unfinished delivery can be finished.
 *
 * @throws MedusaError NOT_ALLOWED when the booking has no order or is released
 */
export const deliverBookingStep = createStep(
  "deliver-booking",
  async ({ booking_id }: { booking_id: string }, { container }) => {
    const delivery = deliveryService(container)
    const delivered = await delivery.deliverBooking(booking_id, new Date())
    const { status, delivered_at } = await delivery.retrieveDeliveryBooking(
      booking_id,
      { select: ["id", "status", "delivered_at"] }
    )
    if (status !== "delivered" || !delivered_at) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Booking ${booking_id} is ${status}: only a booked delivery can be marked delivered.`
      )
    }
    return new StepResponse<{ delivered_at: string }, string | null>(
      { delivered_at: new Date(delivered_at).toISOString() },
      delivered ? booking_id : null
    )
  },
  async (bookingId, { container }) => {
    if (bookingId) {
      await deliveryService(container).undeliverBooking(bookingId, new Date())
    }
  }
)
