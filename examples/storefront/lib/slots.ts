import type {
  DeliverySlot,
  ListSlotsResponse,
} from "medusa-plugin-cornerstore/sdk"

export type SlotDay = { date: string; slots: DeliverySlot[] }

/** The slots by the shop's day, in the order they come. */
export function byDay(slots: DeliverySlot[]): SlotDay[] {
  const days = new Map<string, DeliverySlot[]>()
  const inOrder = slots.toSorted((a, b) =>
    a.starts_at.localeCompare(b.starts_at)
  )
  for (const slot of inOrder) {
    days.set(slot.date, [...(days.get(slot.date) ?? []), slot])
  }
  return [...days].map(([date, ofDay]) => ({ date, slots: ofDay }))
}

/** Why there is nothing to choose from, in plain words. */
export function whyNoSlots({
  reason,
  district,
}: Pick<ListSlotsResponse, "reason" | "district">): {
  title: string
  text: string
} {
  switch (reason) {
    case "no_address":
      return {
        title: "Where shall we bring it?",
        text: "We need your address first: it decides which times we can offer.",
      }
    case "no_district":
      return {
        title: "We do not deliver there yet",
        text: "Your address is outside every district we deliver to. Check the postal code and the city, or choose another address.",
      }
    default:
      return {
        title: "No time is free",
        text: `${district ? `Every delivery to ${district.name}` : "Every delivery"} is taken for the coming days. New times open every day.`,
      }
  }
}
