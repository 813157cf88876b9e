import {
  GroupingBooking,
  GroupingInput,
} from "../../src/modules/delivery/domain/grouping"
import { suggestSlots } from "../../src/modules/delivery/domain/suggest"
import { dayTour } from "../../src/modules/delivery/domain/tour"
import { DAYS, DEPOT, slotId, Week, Wish } from "./week"

/** How a week fills up when everybody gets the day she asks for, first come first served. */
export const firstCome = (week: Week): GroupingInput =>
  fill(week, ({ asked }) => asked)

/** How it fills up when everybody takes the day that is recommended to her. */
export const recommended = (week: Week): GroupingInput =>
  fill(week, ({ wish, asked, booked, taken }) => {
    const slots = week.slots.filter(
      ({ district_id }) => district_id === wish.district_id
    )
    const tours = new Map(
      week.slots
        .filter((slot) => slot.district_id === wish.district_id)
        .map(({ date, starts_at }) => [
          date,
          dayTour(
            booked
              .filter((each) => each.starts_at === starts_at)
              .map(({ id, point }) => ({ id, point, starts_at })),
            DEPOT
          ),
        ])
    )
    return (
      suggestSlots({
        point: wish.point,
        depot: DEPOT,
        slots: slots.map(({ id, date, starts_at, room }) => ({
          id,
          date,
          starts_at,
          open: (taken.get(id) ?? 0) < room.orders,
          capacity_orders: room.orders,
          reserved_orders: taken.get(id) ?? 0,
        })),
        tours,
        asked,
      }).find((each) => each.recommended)?.slot_id ?? asked
    )
  })

type Choice = {
  wish: Wish
  /** The slot she asks for: her first day that is not full. */
  asked: string
  booked: readonly (GroupingBooking & { starts_at: number })[]
  taken: ReadonlyMap<string, number>
}

function fill(week: Week, choose: (choice: Choice) => string): GroupingInput {
  const slots = new Map(week.slots.map((slot) => [slot.id, slot]))
  const taken = new Map<string, number>()
  const booked: (GroupingBooking & { starts_at: number })[] = []
  for (const wish of week.wishes) {
    const asked = wish.days
      .map((day) => slotId(wish.district_id, day))
      .find((id) => (taken.get(id) ?? 0) < (slots.get(id)?.room.orders ?? 0))
    if (asked === undefined) {
      throw new Error(
        `All ${DAYS} days of ${wish.district_id} are full: give slots more places`
      )
    }
    const slot_id = choose({ wish, asked, booked, taken })
    taken.set(slot_id, (taken.get(slot_id) ?? 0) + 1)
    booked.push({
      id: wish.id,
      slot_id,
      point: wish.point,
      weight_grams: 0,
      minutes: 10,
      movable: true,
      starts_at: slots.get(slot_id)?.starts_at ?? 0,
    })
  }
  return {
    depot: DEPOT,
    slots: week.slots.map((slot) => ({
      ...slot,
      room: {
        ...slot.room,
        orders: slot.room.orders - (taken.get(slot.id) ?? 0),
      },
    })),
    bookings: booked,
  }
}
