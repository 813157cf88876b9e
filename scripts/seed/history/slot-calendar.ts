import {
  LocalDate,
  toInstant,
  weekdayOf,
} from "../../../src/modules/delivery/domain/local-time"
import {
  type DatedSlot,
  datedSlots,
} from "../../../src/modules/delivery/domain/slots"
import { TIMES } from "../windows"

/** The slot that one of the shop's windows made on a day. */
export type SlotOn = (at: {
  date: LocalDate
  /** Which of the day's windows. */
  window: number
  window_id: string
  district_id: string
}) => DatedSlot

/** What none of the shop's windows says. */
const PLAIN = {
  capacity_weight_grams: null,
  capacity_minutes: null,
  minimum_order: null,
  free_over: null,
  early_group_ids: [],
  public_days: null,
}

/**
 * Slots of the past, each worked out once: clocks of a zone are slow to ask.
 *
 * @param zone - the shop's IANA zone
 */
export function slotCalendar(zone: string): SlotOn {
  const known = new Map<string, DatedSlot>()
  return ({ date, window, window_id, district_id }) => {
    const key = `${window_id} ${date}`
    const slot =
      known.get(key) ??
      datedSlots(
        {
          ...PLAIN,
          ...TIMES[window],
          id: window_id,
          district_id,
          weekday: weekdayOf(date),
        },
        toInstant(date, "00:00", zone),
        0,
        zone
      )[0]
    known.set(key, slot)
    return slot
  }
}
