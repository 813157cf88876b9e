import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"
import { randomUUID } from "node:crypto"

import { DELIVERY_MODULE } from "../../../src/modules/delivery"
import type { Demand } from "../../../src/modules/delivery/domain/demand"
import type { MoveInput } from "../../../src/modules/delivery/parts/rebooking"
import DeliveryModuleService from "../../../src/modules/delivery/service"
import { PLAIN_TERMS } from "../../helpers/slot-terms"

jest.setTimeout(120_000)

const NOW = new Date("2026-05-01T10:00:00Z")
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000)
const LINK = { hash: "h", encrypted: "e", expires_at: hours(48) }
const LIGHT: Demand = { weight_grams: 0, minutes: 0, products: [] }
const DAYS = ["2026-05-02", "2026-05-03", "2026-05-04"]
const REFUSALS = [
  "slot_full",
  "products_sold_out",
  "booking_taken",
  "not_found",
]

moduleIntegrationTestRunner<DeliveryModuleService>({
  moduleName: DELIVERY_MODULE,
  resolve: "./src/modules/delivery",
  testSuite: ({ service }) => {
    /** One slot a day of one district. */
    const makeSlots = async (
      capacities: number[],
      limits: { weight?: number; minutes?: number } = {}
    ): Promise<string[]> => {
      const district = await service.createDeliveryDistricts({
        name: `Mission ${randomUUID()}`,
        boundary: null,
      })
      await service.writeSlots({
        slots: capacities.map((capacity_orders, index) => ({
          window_id: `dwin_${randomUUID()}`,
          district_id: district.id,
          date: DAYS[index],
          starts_at: hours(20 + 24 * index),
          ends_at: hours(22 + 24 * index),
          cutoff_at: hours(12 + 24 * index),
          capacity_orders,
          ...PLAIN_TERMS,
          capacity_weight_grams: limits.weight ?? null,
          capacity_minutes: limits.minutes ?? null,
        })),
        district_id: district.id,
        today: "2026-05-01",
        now: NOW,
      })
      const slots = await service.listDeliverySlots(
        { district_id: district.id },
        { order: { date: "ASC" }, take: capacities.length }
      )
      return slots.map(({ id }) => id)
    }

    const book = (
      order_id: string,
      slot_id: string,
      demand = LIGHT,
      hash = `hash of ${order_id}`
    ) =>
      service.bookOrder({
        order_id,
        slot_id,
        demand,
        tracking_days: 3,
        tracking: { hash, encrypted: "e" },
        now: NOW,
      })

    const move = (
      order_id: string,
      slot_id: string,
      more: Partial<MoveInput> = {}
    ) =>
      service.moveBooking({
        order_id,
        slot_id,
        demand: LIGHT,
        by: "shop",
        actor: { type: "user", id: "user_1" },
        tracking_days: 3,
        now: NOW,
        ...more,
      })

    const bookingOf = async (order_id: string) =>
      (
        await service.listDeliveryBookings(
          { order_id, status: ["booked", "delivered"] },
          { take: 1 }
        )
      )[0]

    const reserved = async (id: string) =>
      (await service.retrieveDeliverySlot(id)).reserved_orders

    /** The invariants of the module's README, of slots and of days of products. */
    const expectCountsToMatch = async (slotIds: string[]) => {
      const slots = await service.listDeliverySlots(
        { id: slotIds },
        { take: slotIds.length }
      )
      const bookings = await service.listDeliveryBookings(
        { slot_id: slotIds, status: ["held", "committed", "booked"] },
        { take: 1_000, relations: ["products"] }
      )
      for (const slot of slots) {
        const own = bookings.filter(({ slot_id }) => slot_id === slot.id)
        const sum = (key: "weight_grams" | "minutes") =>
          own.reduce((total, booking) => total + booking[key], 0)
        expect({
          orders: slot.reserved_orders,
          weight: slot.reserved_weight_grams,
          minutes: slot.reserved_minutes,
        }).toEqual({
          orders: own.length,
          weight: sum("weight_grams"),
          minutes: sum("minutes"),
        })
        expect(slot.reserved_orders).toBeLessThanOrEqual(slot.capacity_orders)
        expect(slot.reserved_weight_grams).toBeLessThanOrEqual(
          slot.capacity_weight_grams ?? Infinity
        )
        expect(slot.reserved_minutes).toBeLessThanOrEqual(
          slot.capacity_minutes ?? Infinity
        )
        const pieces = own
          .flatMap(({ products }) => products)
          .reduce((total, { quantity }) => total + quantity, 0)
        const days = await service.listDeliveryProductDays(
          { product_id: "prod_cake", date: slot.date },
          { take: 1 }
        )
        expect(days[0]?.reserved ?? 0).toBe(pieces)
      }
    }

    it("keeps every count equal to its bookings, whatever is booked, moved, undone and released at once", async () => {
      await service.createDeliveryProductRules({
        product_id: "prod_cake",
        daily_capacity: 4,
      })
      const slots = await makeSlots([3, 2, 4], { weight: 5_000, minutes: 40 })
      const order = fc.integer({ min: 0, max: 5 })
      const slot = fc.integer({ min: 0, max: slots.length - 1 })
      const demand = fc.record({
        weight_grams: fc.integer({ min: 0, max: 3_000 }),
        minutes: fc.integer({ min: 0, max: 20 }),
        products: fc
          .integer({ min: 0, max: 3 })
          .map((quantity) =>
            quantity ? [{ product_id: "prod_cake", quantity }] : []
          ),
      })
      const action = fc.record({
        kind: fc.constantFrom("book", "move", "undo", "release"),
        order,
        slot,
        demand,
      })
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(action, { minLength: 1, maxLength: 5 }), {
            minLength: 3,
            maxLength: 8,
          }),
          async (rounds) => {
            const run = randomUUID()
            const nameOf = (index: number) => `order_${run}_${index}`
            for (const round of rounds) {
              const done = await Promise.allSettled(
                round.map(async (each) => {
                  const order_id = nameOf(each.order)
                  const slot_id = slots[each.slot]
                  switch (each.kind) {
                    case "book":
                      return await book(
                        order_id,
                        slot_id,
                        each.demand,
                        randomUUID()
                      )
                    case "release":
                      return await service.releaseOrderPlace(order_id, NOW)
                    default: {
                      const moved = await move(order_id, slot_id, {
                        demand: each.demand,
                      })
                      return moved && each.kind === "undo"
                        ? await service.undoMove(moved, NOW)
                        : moved
                    }
                  }
                })
              )
              for (const result of done) {
                if (result.status === "rejected") {
                  const { code, type } = result.reason
                  expect(REFUSALS).toContain(code ?? type)
                }
              }
              await expectCountsToMatch(slots)
            }
            for (let index = 0; index < 6; index++) {
              await service.releaseOrderPlace(nameOf(index), NOW)
            }
            await expectCountsToMatch(slots)
          }
        ),
        { numRuns: 12, endOnFailure: true }
      )
    })

    it("lets orders change places crosswise without a deadlock", async () => {
      const [first, second] = await makeSlots([20, 20])
      const orders = Array.from({ length: 20 }, (_, index) => `order_x${index}`)
      for (const [index, order] of orders.entries()) {
        await book(order, index % 2 ? first : second)
      }
      const moved = await Promise.allSettled(
        orders.map((order, index) => move(order, index % 2 ? second : first))
      )
      expect(moved.map(({ status }) => status)).toEqual(
        orders.map(() => "fulfilled")
      )
      expect([await reserved(first), await reserved(second)]).toEqual([10, 10])
    })

    it("gives the last place to one of ten orders that want it, the others keep theirs", async () => {
      const [first, second] = await makeSlots([10, 1])
      const orders = Array.from({ length: 10 }, (_, index) => `order_r${index}`)
      for (const order of orders) {
        await book(order, first)
      }
      const moved = await Promise.allSettled(
        orders.map((order) => move(order, second))
      )
      expect(
        moved.flatMap((each) =>
          each.status === "rejected" ? [each.reason.code] : []
        )
      ).toEqual(Array.from({ length: 9 }, () => "slot_full"))
      expect([await reserved(first), await reserved(second)]).toEqual([9, 1])
    })

    it("keeps row, id and tracking link; the link lives as long as the new slot wants", async () => {
      const [first, second, third] = await makeSlots([1, 1, 1])
      const booking = await book("order_1", first)
      const one = await move("order_1", second)
      const two = await move("order_1", third)
      expect([one?.number, two?.number]).toEqual([1, 2])
      const after = await bookingOf("order_1")
      expect(after).toMatchObject({
        id: booking.id,
        slot_id: third,
        tracking_token_hash: "hash of order_1",
      })
      expect(new Date(String(after.tracking_expires_at))).toEqual(
        hours(22 + 48 + 72)
      )
      expect(await move("order_1", third)).toBeNull()
    })

    it("moves back what failed later, while the place is free; else the change stands", async () => {
      const [first, second] = await makeSlots([1, 2])
      await book("order_1", first)
      const moved = await move("order_1", second)
      if (!moved) {
        throw new Error("Nothing was moved.")
      }
      expect(await service.undoMove(moved, NOW)).toBe(true)
      expect((await bookingOf("order_1")).slot_id).toBe(first)
      expect(await reserved(second)).toBe(0)
      const span = { since: hours(-1), before: hours(1) }
      expect(await service.listMovesBetween(span, 10)).toEqual([])

      const again = await move("order_1", second)
      await book("order_2", first)
      expect(again && (await service.undoMove(again, NOW))).toBe(false)
      expect((await bookingOf("order_1")).slot_id).toBe(second)
      expect(await service.listMovesBetween(span, 10)).toHaveLength(1)
    })

    it("moves nothing back that was moved again since", async () => {
      const [first, second, third] = await makeSlots([2, 2, 2])
      await book("order_1", first)
      const moved = await move("order_1", second)
      await move("order_1", third)
      await move("order_1", second)
      expect(moved && (await service.undoMove(moved, NOW))).toBe(false)
      expect((await bookingOf("order_1")).slot_id).toBe(second)
    })

    it("goes back into a slot that was taken off sale meanwhile", async () => {
      const [first, second] = await makeSlots([1, 1])
      await book("order_1", first)
      const moved = await move("order_1", second)
      await service.updateDeliverySlots({ id: first, is_open: false })
      expect(moved && (await service.undoMove(moved, NOW))).toBe(true)
    })

    it("closes for customers at the cut-off of the slot they have, for the shop never", async () => {
      const [first, second] = await makeSlots([1, 1])
      await book("order_1", first)
      const late = { now: hours(12) }
      await expect(
        move("order_1", second, { ...late, by: "customer" })
      ).rejects.toMatchObject({ code: "slot_change_closed" })
      expect(await move("order_1", second, late)).toMatchObject({ number: 1 })
      // Past the cut-off of the slot she wants only when the shop says so.
      await expect(
        move("order_1", first, { now: hours(13) })
      ).rejects.toMatchObject({ code: "slot_closed" })
      expect(
        await move("order_1", first, { now: hours(13), after_cutoff: true })
      ).toMatchObject({ number: 2 })
    })

    const draftWith = async (booking_id: string) => {
      const { id: driver_id } = await service.createDeliveryDrivers({
        name: "Dana",
      })
      const id = await service.saveDraft({
        driver_id,
        date: DAYS[0],
        depot: null,
        stops: [
          { booking_id, point: { lat: 37, lng: -122 }, position: "none" },
        ],
        now: NOW,
      })
      return id ?? ""
    }

    it("takes a booking off a draft, which ends without a stop, and off no route of a driver", async () => {
      const [first, second] = await makeSlots([1, 1])
      const { id } = await book("order_1", first)
      const draft = await draftWith(id)
      await move("order_1", second)
      expect((await service.retrieveDeliveryRoute(draft)).status).toBe(
        "canceled"
      )
      const route = await draftWith(id)
      await service.publishRoute(route, LINK, NOW)
      await expect(move("order_1", first)).rejects.toMatchObject({
        code: "slot_change_closed",
      })
      await expect(
        service.releaseOrderPlace("order_1", NOW)
      ).rejects.toMatchObject({ code: "slot_change_closed" })
      expect((await bookingOf("order_1")).slot_id).toBe(second)
    })

    it("either moves an order or publishes its route, never both", async () => {
      const [first, second] = await makeSlots([20, 20])
      for (let round = 0; round < 12; round++) {
        const order = `order_p${round}`
        const { id } = await book(order, first)
        const route = await draftWith(id)
        const link = { ...LINK, hash: `h${round}` }
        await Promise.allSettled(
          round % 2
            ? [move(order, second), service.publishRoute(route, link, NOW)]
            : [service.publishRoute(route, link, NOW), move(order, second)]
        )
        const { status } = await service.retrieveDeliveryRoute(route)
        const { slot_id } = await bookingOf(order)
        expect([status, slot_id === second]).toEqual(
          status === "published" ? ["published", false] : ["canceled", true]
        )
      }
    })

    it("shows the new time after a failed delivery was given one, not the failure", async () => {
      const [first, second] = await makeSlots([1, 1])
      const { id } = await book("order_1", first)
      const route = await draftWith(id)
      await service.publishRoute(route, LINK, NOW)
      const { stops } = await service.retrieveRouteWithStops(route)
      const drive = (key: string, action: object, now: Date) =>
        service.recordDriverAction({
          route_id: route,
          key,
          action: action as Parameters<
            typeof service.recordDriverAction
          >[0]["action"],
          due: null,
          order_id: "order_1",
          now,
        })
      await drive("key-1", { kind: "start" }, NOW)
      await drive(
        "key-2",
        {
          kind: "failed",
          stop_id: stops[0].id,
          reason: "nobody_home",
          note: null,
        },
        NOW
      )
      const stage = async () =>
        (await service.retrieveTrackedBooking("hash of order_1", NOW))?.stage
      expect(await stage()).toBe("failed")
      await move("order_1", second, { now: hours(1) })
      expect(await stage()).toBe("booked")
      // What happened counts for her standing all the same.
      expect(await service.listDeliveryOutcomes(["order_1"])).toEqual([
        "failed",
      ])
    })
  },
})
