import type { DeliverySlot } from "../../../src/sdk/types"
import type { Random } from "../random/random"

/**
 * One of the slots of the day that an order is meant for.
 *
 * @param slots - of the customer's district
 * @param day - 0 for the first day with an open slot
 * @returns undefined when nothing is open at all
 */
export function chooseUpcomingSlot(
  slots: readonly DeliverySlot[],
  day: number,
  random: Random
): DeliverySlot | undefined {
  const open = slots.filter(({ state }) => state === "open")
  const dates = [...new Set(open.map(({ date }) => date))].sort()
  const date = dates[Math.min(day, dates.length - 1)]
  const choice = open.filter((slot) => slot.date === date)
  return choice.length ? random.pick(choice) : undefined
}
