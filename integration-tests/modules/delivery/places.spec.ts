import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"

import { DELIVERY_MODULE } from "../../../src/modules/delivery"
import DeliveryModuleService from "../../../src/modules/delivery/service"

jest.setTimeout(120_000)

const NOW = new Date("2026-05-01T10:00:00Z")
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000)

moduleIntegrationTestRunner<DeliveryModuleService>({
  moduleName: DELIVERY_MODULE,
  resolve: "./src/modules/delivery",
  testSuite: ({ service }) => {
    /** Slots of one district, each with so many places. */
    const makeSlots = async (capacities: number[]): Promise<string[]> => {
      const district = await service.createDeliveryDistricts({
        name: "Mission",
        boundary: null,
      })
      await service.writeSlots({
        slots: capacities.map((capacity_orders, index) => ({
          window_id: `dwin_${index}`,
          district_id: district.id,
          date: "2026-05-02",
          starts_at: hours(20 + index),
          ends_at: hours(21 + index),
          cutoff_at: hours(12),
          capacity_orders,
          price: 4.5,
        })),
        today: "2026-05-01",
        now: NOW,
      })
      const slots = await service.listDeliverySlots(
        {},
        { order: { window_id: "ASC" }, take: capacities.length }
      )
      return slots.map(({ id }) => id)
    }

    const hold = (
      cart_id: string,
      slot_id: string,
      { now = NOW, expires_at = hours(1) } = {}
    ) => service.holdPlace({ cart_id, slot_id, expires_at, now })

    const reserved = async (slotId: string) =>
      (await service.retrieveDeliverySlot(slotId)).reserved_orders

    /** The invariant of the module's README. */
    const expectCountsToMatch = async () => {
      const slots = await service.listDeliverySlots({}, { take: 100 })
      for (const slot of slots) {
        const [, living] = await service.listAndCountDeliveryBookings({
          slot_id: slot.id,
          status: ["held", "committed", "booked", "delivered"],
        })
        expect([slot.id, slot.reserved_orders]).toEqual([slot.id, living])
        expect(slot.reserved_orders).toBeLessThanOrEqual(slot.capacity_orders)
      }
    }

    it("sells 10 places to 10 of 500 carts and tells 490 that it is full", async () => {
      const [slot] = await makeSlots([10])
      const answers = await Promise.allSettled(
        Array.from({ length: 500 }, (_, index) => hold(`cart_${index}`, slot))
      )
      const refusals = answers.flatMap((answer) =>
        answer.status === "rejected" ? [answer.reason.code] : []
      )
      expect(refusals).toEqual(Array.from({ length: 490 }, () => "slot_full"))
      expect(await reserved(slot)).toBe(10)
      await expectCountsToMatch()
    })

    it("lets carts swap slots crosswise without a deadlock", async () => {
      const [first, second] = await makeSlots([50, 50])
      const carts = Array.from({ length: 20 }, (_, index) => `cart_${index}`)
      await Promise.all(
        carts.map((cart, index) => hold(cart, index % 2 ? first : second))
      )
      const swapped = await Promise.allSettled(
        carts.map((cart, index) => hold(cart, index % 2 ? second : first))
      )
      expect(swapped.map(({ status }) => status)).toEqual(
        carts.map(() => "fulfilled")
      )
      expect([await reserved(first), await reserved(second)]).toEqual([10, 10])
      await expectCountsToMatch()
    })

    it("keeps the old place when the new slot is full", async () => {
      const [first, second] = await makeSlots([1, 1])
      await hold("cart_a", first)
      await hold("cart_b", second)
      await expect(hold("cart_a", second)).rejects.toMatchObject({
        code: "slot_full",
      })
      expect(
        await service.retrieveActiveSlot({ cart_id: "cart_a" })
      ).toMatchObject({ id: first })
      await expectCountsToMatch()
    })

    it("gives a place whose hold ran out to the next cart, at once", async () => {
      const [slot] = await makeSlots([1])
      await hold("cart_a", slot, { expires_at: hours(1) })
      await expect(hold("cart_b", slot)).rejects.toMatchObject({
        code: "slot_full",
      })
      await hold("cart_b", slot, { now: hours(2), expires_at: hours(3) })
      expect(await service.retrieveActiveSlot({ cart_id: "cart_a" })).toBeNull()
      await expectCountsToMatch()
    })

    it("refuses after the cut-off and when the slot is off sale", async () => {
      const [slot, other] = await makeSlots([1, 1])
      await expect(
        hold("cart_a", slot, { now: hours(12) })
      ).rejects.toMatchObject({ code: "slot_closed" })
      await service.writeSlots({ slots: [], today: "2026-05-01", now: NOW })
      await expect(hold("cart_a", other)).rejects.toMatchObject({
        code: "slot_closed",
      })
    })

    it("keeps what is booked when the window's capacity is lowered below it", async () => {
      const [slot] = await makeSlots([3])
      await hold("cart_a", slot)
      await hold("cart_b", slot)
      const row = await service.retrieveDeliverySlot(slot)
      await service.writeSlots({
        slots: [
          {
            window_id: row.window_id,
            district_id: row.district_id,
            date: row.date,
            starts_at: new Date(row.starts_at),
            ends_at: new Date(row.ends_at),
            cutoff_at: new Date(row.cutoff_at),
            capacity_orders: 1,
            price: 6,
          },
        ],
        today: "2026-05-01",
        now: NOW,
      })
      expect(await service.retrieveDeliverySlot(slot)).toMatchObject({
        capacity_orders: 1,
        reserved_orders: 2,
        price: 6,
      })
      await expect(hold("cart_c", slot)).rejects.toMatchObject({
        code: "slot_full",
      })
    })

    it("gives a place back once, however often and by whomever it is released", async () => {
      const [slot] = await makeSlots([5])
      await hold("cart_a", slot)
      await hold("cart_b", slot)
      const released = await Promise.all(
        Array.from({ length: 10 }, () =>
          service.releasePlaces({
            by: "cart_id",
            ids: ["cart_a"],
            reason: "dropped",
            now: NOW,
          })
        )
      )
      expect(released.flat()).toHaveLength(1)
      expect(await reserved(slot)).toBe(1)
    })

    it("never takes back what was delivered, nor a place of an order through its cart's hold", async () => {
      const [slot] = await makeSlots([5])
      await hold("cart_a", slot)
      await service.commitPlace("cart_a", NOW)
      expect(await service.releaseHold("cart_a", "changed", NOW)).toEqual([])
      const booking = await service.bookPlace({
        cart_id: "cart_a",
        order_id: "order_a",
        tracking: { hash: "h", encrypted: "e", expires_at: hours(100) },
        now: NOW,
      })
      await expect(hold("cart_a", slot)).rejects.toMatchObject({
        code: "cart_completed",
      })
      await service.deliverBooking(booking?.id ?? "", NOW)
      // The event that booked it, delivered once more.
      const again = await service.bookPlace({
        cart_id: "cart_a",
        order_id: "order_a",
        tracking: { hash: "h2", encrypted: "e2", expires_at: hours(100) },
        now: NOW,
      })
      expect(again).toBeUndefined()
      expect(
        await service.releasePlaces({
          by: "order_id",
          ids: ["order_a"],
          reason: "canceled",
          now: NOW,
        })
      ).toEqual([])
      await expectCountsToMatch()
    })

    it("holds its invariant through any sequence of moves", async () => {
      const slots = await makeSlots([1, 2, 3])
      const cart = fc.nat(4).map((index) => `cart_${index}`)
      const move = fc.oneof(
        fc.record({ kind: fc.constant("hold"), cart, slot: fc.nat(2) }),
        fc.record({ kind: fc.constant("commit"), cart, slot: fc.nat(2) }),
        fc.record({ kind: fc.constant("uncommit"), cart, slot: fc.nat(2) }),
        fc.record({ kind: fc.constant("release"), cart, slot: fc.nat(2) }),
        fc.record({ kind: fc.constant("expire"), cart, slot: fc.nat(2) })
      )
      const run = (step: { kind: string; cart: string; slot: number }) => {
        switch (step.kind) {
          case "hold":
            return hold(step.cart, slots[step.slot])
          case "commit":
            return service.commitPlace(step.cart, NOW)
          case "uncommit":
            return service.uncommitPlace(step.cart, hours(1), NOW)
          case "release":
            return service.releasePlaces({
              by: "cart_id",
              ids: [step.cart],
              reason: "dropped",
              now: NOW,
            })
          default:
            return service.releaseExpiredHolds(hours(2))
        }
      }
      await fc.assert(
        fc.asyncProperty(
          fc.array(move, { minLength: 1, maxLength: 15 }),
          async (moves) => {
            await Promise.allSettled(moves.map(run))
            await expectCountsToMatch()
          }
        ),
        { numRuns: 15 }
      )
    })

    it("finds a tracked booking by the hash of its token until its time is over", async () => {
      const [slot] = await makeSlots([1])
      await hold("cart_a", slot)
      await service.bookPlace({
        cart_id: "cart_a",
        order_id: "order_a",
        tracking: { hash: "abc", encrypted: "e", expires_at: hours(10) },
        now: NOW,
      })
      expect(
        await service.retrieveTrackedBooking("abc", hours(9))
      ).toMatchObject({
        stage: "booked",
        district_name: "Mission",
        order_id: "order_a",
      })
      expect(await service.retrieveTrackedBooking("abc", hours(10))).toBeNull()
      expect(await service.retrieveTrackedBooking("abd", NOW)).toBeNull()
    })
  },
})
