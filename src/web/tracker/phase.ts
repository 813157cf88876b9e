import type { DeliveryStage, TrackerState } from "../../sdk/types"

/** What the page tells: the stage, and for a booked delivery where its window stands. */
export type Phase =
  "upcoming" | "now" | "late" | Exclude<DeliveryStage, "booked">

/** @param now - milliseconds since 1970 */
export function phaseOf(
  { stage, starts_at, ends_at }: TrackerState,
  now: number
): Phase {
  if (stage !== "booked") {
    return stage
  }
  if (now < Date.parse(starts_at)) {
    return "upcoming"
  }
  return now < Date.parse(ends_at) ? "now" : "late"
}
