import fc from "fast-check"

import type { GeoPoint } from "../distance"
import {
  GroupingBooking,
  groupBookings,
  GroupingInput,
  GroupingLimits,
  GroupingSlot,
  metresWith,
} from "../grouping"

const DEPOT: GeoPoint = { lat: 37.79, lng: -122.39 }
const DAY_MS = 86_400_000
const LIMITS: GroupingLimits = {
  trials: 300,
  milliseconds: 60_000,
  least_saved_metres: 200,
}

/** Only the number of trials ends the search. */
const STOPPED = () => 0
const search = (given: GroupingInput) => groupBookings(given, LIMITS, STOPPED)

const slotOf = (
  district: number,
  day: number,
  change: Partial<GroupingSlot> = {}
): GroupingSlot => ({
  id: `s${district}-${day}`,
  district_id: `d${district}`,
  date: `2026-12-0${day}`,
  starts_at: day * DAY_MS,
  price: 5,
  open: true,
  room: { orders: 2, weight_grams: null, minutes: null },
  ...change,
})

/** Two districts, three days. */
const input = fc
  .record({
    slots: fc.array(
      fc.record({
        orders: fc.integer({ min: -2, max: 3 }),
        weight_grams: fc.option(fc.nat(4_000)),
        minutes: fc.option(fc.nat(40)),
        price: fc.constantFrom(3, 5, 5, 7),
        open: fc.boolean(),
      }),
      { minLength: 6, maxLength: 6 }
    ),
    bookings: fc.array(
      fc.record({
        slot: fc.nat(5),
        lat: fc.double({ min: 0, max: 0.02, noNaN: true }),
        lng: fc.double({ min: 0, max: 0.02, noNaN: true }),
        weight_grams: fc.nat(1_500),
        movable: fc.boolean(),
      }),
      { maxLength: 16 }
    ),
  })
  .map(({ slots, bookings }): GroupingInput => {
    const made = slots.map(({ price, open, ...room }, index) =>
      slotOf(index % 2, 1 + Math.floor(index / 2), { price, open, room })
    )
    return {
      depot: DEPOT,
      slots: made,
      bookings: bookings.map(({ slot, lat, lng, ...each }, index) => ({
        ...each,
        id: `b${String(index).padStart(2, "0")}`,
        slot_id: made[slot].id,
        // The districts lie apart.
        point: { lat: 37.72 + lat, lng: -122.5 + lng + (slot % 2) * 0.06 },
        minutes: 10,
      })),
    }
  })

function slotsById({ slots }: GroupingInput) {
  return new Map(slots.map((slot) => [slot.id, slot]))
}

describe("groupBookings", () => {
  it("promises what comes out when its moves are made and all is measured again", () => {
    fc.assert(
      fc.property(input, (given) => {
        const { moves, metres_before, metres_after } = search(given)
        expect(metres_before).toBe(metresWith(given))
        expect(metres_after).toBe(metresWith(given, moves))
        expect(
          moves.reduce((sum, { saved_metres }) => sum + saved_metres, 0)
        ).toBe(metres_before - metres_after)
        expect(metres_after).toBeLessThanOrEqual(metres_before)
        for (const { saved_metres } of moves) {
          expect(saved_metres).toBeGreaterThanOrEqual(LIMITS.least_saved_metres)
        }
      })
    )
  })

  it("moves each booking once at most, only movable ones, within their district, for no higher price", () => {
    fc.assert(
      fc.property(input, (given) => {
        const slots = slotsById(given)
        const { moves } = search(given)
        expect(new Set(moves.map(({ booking_id }) => booking_id)).size).toBe(
          moves.length
        )
        for (const { booking_id, from_slot_id, to_slot_id } of moves) {
          const booking = given.bookings.find(({ id }) => id === booking_id)
          const [from, to] = [slots.get(from_slot_id), slots.get(to_slot_id)]
          expect(booking).toMatchObject({
            movable: true,
            slot_id: from_slot_id,
          })
          expect(to).toMatchObject({
            open: true,
            district_id: from?.district_id,
          })
          expect(to?.price).toBeLessThanOrEqual(from?.price ?? -1)
          expect(to_slot_id).not.toBe(from_slot_id)
        }
      })
    )
  })

  it("fills no slot beyond its room in orders, weight or minutes", () => {
    fc.assert(
      fc.property(input, (given) => {
        const slots = slotsById(given)
        const { moves } = search(given)
        for (const [id, { room }] of slots) {
          const moved = (
            into: boolean,
            of: (booking: GroupingBooking) => number
          ) =>
            moves
              .filter(
                (move) => (into ? move.to_slot_id : move.from_slot_id) === id
              )
              .reduce((sum, { booking_id }) => {
                const booking = given.bookings.find((b) => b.id === booking_id)
                return sum + (booking ? of(booking) : 0)
              }, 0)
          const net = (of: (booking: GroupingBooking) => number) =>
            moved(true, of) - moved(false, of)
          const taken = moves.some(({ to_slot_id }) => to_slot_id === id)
          if (taken) {
            expect(net(() => 1)).toBeLessThanOrEqual(room.orders)
            expect(net((b) => b.weight_grams)).toBeLessThanOrEqual(
              room.weight_grams ?? Infinity
            )
            expect(net((b) => b.minutes)).toBeLessThanOrEqual(
              room.minutes ?? Infinity
            )
          }
        }
      })
    )
  })

  it("depends on the input only", () => {
    fc.assert(
      fc.property(input, (given) => {
        expect(
          groupBookings(
            {
              ...given,
              slots: [...given.slots].reverse(),
              bookings: [...given.bookings].reverse(),
            },
            LIMITS,
            STOPPED
          )
        ).toEqual(search(given))
      })
    )
  })

  const neighbour = (id: string, slot_id: string, lng: number) => ({
    id,
    slot_id,
    point: { lat: 37.72, lng },
    weight_grams: 0,
    minutes: 10,
    movable: true,
  })

  it("brings the lone delivery of a day to its neighbours' day", () => {
    const given: GroupingInput = {
      depot: DEPOT,
      slots: [slotOf(0, 1), slotOf(0, 2)],
      bookings: [
        neighbour("a", "s0-1", -122.5),
        neighbour("b", "s0-1", -122.501),
        neighbour("c", "s0-2", -122.502),
      ],
    }
    const { moves, metres_before, metres_after } = search(given)
    expect(moves).toMatchObject([{ booking_id: "c", to_slot_id: "s0-1" }])
    expect(metres_after).toBeLessThan(0.6 * metres_before)
  })

  it("stops when its trials or its time are used up", () => {
    const given: GroupingInput = {
      depot: DEPOT,
      slots: [slotOf(0, 1), slotOf(0, 2)],
      bookings: [
        neighbour("a", "s0-1", -122.5),
        neighbour("c", "s0-2", -122.502),
      ],
    }
    expect(
      groupBookings(given, { ...LIMITS, trials: 0 }, STOPPED).moves
    ).toEqual([])
    let time = 0
    const late = groupBookings(
      given,
      { ...LIMITS, milliseconds: 10 },
      () => (time += 11)
    )
    expect(late).toMatchObject({ moves: [], metres_after: late.metres_before })
    expect(search(given).moves).toHaveLength(1)
  })
})
