import type { OverbookedSlot } from "../../../sdk/types"

/** The deliveries list narrowed to a slot's day. */
export function dayLink({ date }: Pick<OverbookedSlot, "date">): string {
  return `/deliveries?${new URLSearchParams({ date_from: date, date_to: date }).toString()}`
}

/** Each slot once, soonest first: several windows can be saved at once. */
export function soonestFirst(slots: OverbookedSlot[]): OverbookedSlot[] {
  const byId = new Map(slots.map((slot) => [slot.slot_id, slot]))
  return [...byId.values()].sort((a, b) =>
    a.starts_at.localeCompare(b.starts_at)
  )
}
