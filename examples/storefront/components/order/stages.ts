import type { IconName } from "../ui/icon"

export type Step = {
  name: string
  icon: IconName
  state: "done" | "current" | "next"
}

const FIRST: Omit<Step, "state"> = { name: "Booked", icon: "calendar" }
const LAST: Omit<Step, "state"> = { name: "Delivered", icon: "check" }

/** Stages between the two; one that is not named here is shown by its own name. */
const BETWEEN: Record<string, string> = {
  on_the_way: "On the way",
  out_for_delivery: "On the way",
  arriving: "Almost there",
  packed: "Packed",
}

/**
 * The way of a delivery as steps.
 *
 * @param stage - as the shop tells it
 */
export function stepsOf(stage: string): Step[] {
  if (stage === "canceled") {
    return [
      { ...FIRST, state: "done" },
      { name: "Canceled", icon: "cross", state: "current" },
    ]
  }
  if (stage === "booked") {
    return [
      { ...FIRST, state: "current" },
      { name: "On the way", icon: "van", state: "next" },
      { ...LAST, state: "next" },
    ]
  }
  const isDelivered = stage === "delivered"
  return [
    { ...FIRST, state: "done" },
    {
      name: isDelivered
        ? "On the way"
        : (BETWEEN[stage] ?? stage.replaceAll("_", " ")),
      icon: "van",
      state: isDelivered ? "done" : "current",
    },
    { ...LAST, state: isDelivered ? "current" : "next" },
  ]
}
