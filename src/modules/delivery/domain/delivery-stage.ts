import type { BookingStatus } from "./booking-status"
import type { RouteStatus, StopStatus } from "./route-status"

/** What a customer is told. Each stage follows from something that somebody did. */
export const DELIVERY_STAGES = [
  "booked",
  "on_the_way",
  "arrived",
  "delivered",
  "failed",
  "canceled",
] as const
export type DeliveryStage = (typeof DELIVERY_STAGES)[number]

/** The stop of a published route that a booking has, if any. */
export type StopProgress = {
  stop_status: StopStatus | null
  route_status: RouteStatus | null
}

/** The stage of a booking; null while its place still belongs to a cart. */
export function deliveryStage(
  status: BookingStatus,
  { stop_status, route_status }: StopProgress
): DeliveryStage | null {
  switch (status) {
    case "delivered":
      return "delivered"
    case "released":
      return "canceled"
    case "booked":
      return stageOfStop(stop_status, route_status)
    default:
      return null
  }
}

function stageOfStop(
  stop: StopStatus | null,
  route: RouteStatus | null
): DeliveryStage {
  if (stop === "failed" || stop === "arrived") {
    return stop
  }
  return stop === "pending" && route === "started" ? "on_the_way" : "booked"
}
