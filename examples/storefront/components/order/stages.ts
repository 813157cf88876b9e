import type { DeliveryStage } from "medusa-plugin-cornerstore/sdk"

import type { IconName } from "../ui/icon"

export type Step = {
  name: string
  icon: IconName
  state: "done" | "current" | "next"
}

/** The way a delivery goes when all goes well. */
const WAY: { stage: DeliveryStage; name: string; icon: IconName }[] = [
  { stage: "booked", name: "Booked", icon: "calendar" },
  { stage: "on_the_way", name: "On the way", icon: "van" },
  { stage: "arrived", name: "At your door", icon: "pin" },
  { stage: "delivered", name: "Delivered", icon: "check" },
]

const ENDS: Partial<Record<string, Omit<Step, "state">>> = {
  canceled: { name: "Canceled", icon: "cross" },
  failed: { name: "Not handed over", icon: "cross" },
}

/**
 * The way of a delivery as steps.
 *
 * @param stage - as the shop tells it; one of a newer shop is shown by its name
 */
export function stepsOf(stage: string): Step[] {
  const end = ENDS[stage]
  if (end) {
    return [
      { name: "Booked", icon: "calendar", state: "done" },
      { ...end, state: "current" },
    ]
  }
  const at = WAY.findIndex((step) => step.stage === stage)
  const way = WAY.map(({ name, icon }, index): Step => ({
    name,
    icon,
    state: index < at ? "done" : index === at ? "current" : "next",
  }))
  return at >= 0
    ? way
    : [{ name: stage.replaceAll("_", " "), icon: "van", state: "current" }]
}

/** What a stage means for the person who waits; null when the steps say it all. */
export function newsOf(
  stage: string,
  stopsBefore: number | null
): string | null {
  switch (stage) {
    case "on_the_way":
      return stopsBefore
        ? `${stopsBefore === 1 ? "One stop" : `${stopsBefore} stops`} before yours.`
        : "Yours is the next stop."
    case "arrived":
      return "The driver is at your door."
    case "failed":
      return "We could not hand it over. The shop will get in touch."
    default:
      return null
  }
}
