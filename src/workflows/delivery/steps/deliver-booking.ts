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
  "deliver-delivery-booking-step",
  async ({ booking_id }: { booking_id: string }, { container }) => {
    const delivery = deliveryService(container)
    const booking = await delivery.retrieveDeliveryBooking(booking_id, {
      select: ["id", "status", "order_id"],
    })
    if (booking.status === "delivered") {
      return new StepResponse<{ changed: boolean }, string | null>(
        { changed: false },
        null
      )
    }
    const delivered = await delivery.deliverBooking(booking_id, new Date())
    if (!delivered) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Booking ${booking_id} is ${booking.status}: only a booked delivery can be marked delivered.`
      )
    }
    return new StepResponse<{ changed: boolean }, string | null>(
      { changed: true },
      booking_id
    )
  },
  async (bookingId, { container }) => {
    if (bookingId) {
      await deliveryService(container).undeliverBooking(bookingId, new Date())
    }
  }
)
