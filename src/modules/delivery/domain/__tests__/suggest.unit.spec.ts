import fc from "fast-check"

import { drivingMeters, GeoPoint } from "../distance"
import type { StopToOrder } from "../order-stops"
import { publicSaving, SlotChoice, suggestSlots } from "../suggest"
import { dayTour, detourMetres, Tour } from "../tour"

const DEPOT: GeoPoint = { lat: 37.79, lng: -122.39 }
const DAYS = ["2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04"]
const DAY_MS = 86_400_000

const point = fc.record({
  lat: fc.double({ min: 37.7, max: 37.8, noNaN: true }),
  lng: fc.double({ min: -122.5, max: -122.4, noNaN: true }),
})

/** A slot a day at each of two times, with what is booked in it. */
const startOf = (day: number, time: number) =>
  day * DAY_MS + time * 4 * 3_600_000

const bookings = fc.array(
  fc.record({ at: point, day: fc.nat(3), time: fc.nat(1) }),
  { maxLength: 25 }
)
const slots = fc
  .array(
    fc.record({
      closed: fc.boolean(),
      capacity: fc.nat(9),
      reserved: fc.nat(9),
    }),
    { minLength: 8, maxLength: 8 }
  )
  .map((rows) =>
    rows.map(({ closed, capacity, reserved }, index): SlotChoice => {
      const [day, time] = [index % 4, Math.floor(index / 4)]
      return {
        id: `s${index}`,
        date: DAYS[day],
        starts_at: startOf(day, time),
        open: !closed && reserved < capacity,
        capacity_orders: capacity,
        reserved_orders: reserved,
      }
    })
  )
const asked = fc.option(fc.nat(7).map((index) => `s${index}`))

type Booked = { at: GeoPoint; day: number; time: number }

function toursOf(booked: readonly Booked[]): Map<string, Tour> {
  const stops = booked.map(({ at, day, time }, index) => ({
    day,
    stop: { id: `b${index}`, point: at, starts_at: startOf(day, time) },
  }))
  return new Map(
    DAYS.map((date, day) => [
      date,
      dayTour(
        stops.filter((each) => each.day === day).map(({ stop }) => stop),
        DEPOT
      ),
    ])
  )
}

describe("detourMetres", () => {
  const stop = (id: string, lng: number, slot: number): StopToOrder => ({
    id,
    point: { lat: 37.75, lng },
    starts_at: slot,
  })

  it("is the way there and back on an empty day", () => {
    const at = { lat: 37.75, lng: -122.45 }
    expect(
      detourMetres({ depot: DEPOT, stops: [] }, { point: at, starts_at: 0 })
    ).toBe(2 * drivingMeters(DEPOT, at))
  })

  it("is nothing next to somebody of the same slot, and more when only another slot passes by", () => {
    const tour = dayTour(
      [stop("a", -122.45, 0), stop("b", -122.41, 0), stop("c", -122.41, 5)],
      DEPOT
    )
    const here = { lat: 37.75, lng: -122.45 }
    expect(detourMetres(tour, { point: here, starts_at: 0 })).toBe(0)
    expect(detourMetres(tour, { point: here, starts_at: 5 })).toBeGreaterThan(
      5_000
    )
  })

  it("is never negative and never more than the way there and back from a neighbour in the slot", () => {
    fc.assert(
      fc.property(bookings, point, fc.nat(1), (booked, at, time) => {
        const starts_at = startOf(0, time)
        const day = booked.filter((each) => each.day === 0)
        const tour = dayTour(
          [
            ...day.map((each, index) => ({
              id: `b${index}`,
              point: each.at,
              starts_at: startOf(0, each.time),
            })),
          ],
          DEPOT
        )
        const detour = detourMetres(tour, { point: at, starts_at })
        expect(detour).toBeGreaterThanOrEqual(0)
        for (const neighbour of day.filter((each) => each.time === time)) {
          // Rounding of three legs.
          expect(detour).toBeLessThanOrEqual(
            2 * drivingMeters(neighbour.at, at) + 2
          )
        }
      })
    )
  })
})

describe("suggestSlots", () => {
  const choice = fc.record({ booked: bookings, slots, point, asked })

  it("recommends one open slot at most, which costs no longer way than the asked one", () => {
    fc.assert(
      fc.property(choice, ({ booked, ...rest }) => {
        const answer = suggestSlots({
          ...rest,
          depot: DEPOT,
          tours: toursOf(booked),
        })
        expect(answer.map(({ slot_id }) => slot_id).sort()).toEqual(
          rest.slots.map(({ id }) => id).sort()
        )
        const open = rest.slots.filter((slot) => slot.open)
        const recommended = answer.filter((each) => each.recommended)
        expect(recommended).toHaveLength(open.length ? 1 : 0)
        for (const { slot_id, saved_metres } of recommended) {
          expect(open.map(({ id }) => id)).toContain(slot_id)
          expect(saved_metres).toBeGreaterThanOrEqual(0)
        }
      })
    )
  })

  it("answers the same to the same, in whatever order the slots come", () => {
    fc.assert(
      fc.property(choice, ({ booked, ...rest }) => {
        const ask = (given: readonly SlotChoice[]) =>
          suggestSlots({
            ...rest,
            slots: given,
            depot: DEPOT,
            tours: toursOf(booked),
          })
        expect(ask([...rest.slots].reverse())).toEqual(ask(rest.slots))
      })
    )
  })

  it("likes a day no less when a neighbour books it", () => {
    fc.assert(
      fc.property(bookings, point, fc.nat(3), (booked, at, day) => {
        const slot = (reserved: number): SlotChoice[] =>
          DAYS.map((date, index) => ({
            id: `s${index}`,
            date,
            starts_at: startOf(index, 0),
            open: true,
            capacity_orders: 50,
            reserved_orders: index === day ? reserved : 3,
          }))
        const rankOf = (slots: SlotChoice[], all: readonly Booked[]) => {
          const answer = suggestSlots({
            point: at,
            depot: DEPOT,
            slots,
            tours: toursOf(all),
            asked: null,
          })
          const rank = answer.findIndex(({ slot_id }) => slot_id === `s${day}`)
          return { rank, detour: answer[rank].detour_metres }
        }
        const before = rankOf(slot(3), booked)
        const after = rankOf(slot(4), [...booked, { at, day, time: 0 }])
        expect(after.rank).toBeLessThanOrEqual(before.rank)
        expect(after.detour).toBeLessThanOrEqual(before.detour)
      })
    )
  })

  const two = (reserved: [number, number]): SlotChoice[] =>
    reserved.map((reserved_orders, index) => ({
      id: `s${index}`,
      date: DAYS[index],
      starts_at: startOf(index, 0),
      open: reserved_orders < 20,
      capacity_orders: 20,
      reserved_orders,
    }))
  const ask = (slots: SlotChoice[], booked: Booked[] = [], from?: string) =>
    suggestSlots({
      point: { lat: 37.75, lng: -122.45 },
      depot: DEPOT,
      slots,
      tours: toursOf(booked),
      asked: from ?? null,
    })

  it("takes the soonest of equals, a begun day before an empty one, and leaves the last places", () => {
    expect(ask(two([5, 5]))[0]).toMatchObject({ slot_id: "s0" })
    expect(ask(two([0, 12]))[0]).toMatchObject({ slot_id: "s1" })
    expect(ask(two([19, 0]))[0]).toMatchObject({ slot_id: "s1" })
  })

  it("lets the way decide before the load", () => {
    const near = { at: { lat: 37.751, lng: -122.451 }, day: 1, time: 0 }
    const [best, other] = ask(two([17, 1]), [near])
    expect(best).toMatchObject({ slot_id: "s1", recommended: true })
    expect(best.saved_metres).toBe(other.detour_metres - best.detour_metres)
    expect(best.saved_metres).toBeGreaterThan(10_000)
  })

  it("compares with the soonest open slot when the asked one is full", () => {
    const full = ask(two([20, 3]), [], "s0")
    expect(full.find(({ slot_id }) => slot_id === "s1")).toMatchObject({
      recommended: true,
      saved_metres: 0,
    })
  })
})

describe("publicSaving", () => {
  it("tells hundreds of metres, and nothing below 500", () => {
    expect([null, -800, 0, 499].map(publicSaving)).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect([500, 549, 12_345].map(publicSaving)).toEqual([500, 500, 12_300])
  })
})
