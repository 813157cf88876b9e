import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"
import { randomUUID } from "node:crypto"

import { DELIVERY_MODULE } from "../../../src/modules/delivery"
import { Demand } from "../../../src/modules/delivery/domain/demand"
import { DatedSlot } from "../../../src/modules/delivery/domain/slots"
import DeliveryModuleService from "../../../src/modules/delivery/service"
import { PLAIN_TERMS } from "../../helpers/slot-terms"

jest.setTimeout(120_000)

const NOW = new Date("2026-05-01T10:00:00Z")
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000)

const demand = (weight_grams: number, minutes = 0): Demand => ({
  weight_grams,
  minutes,
  products: [],
})
const LIGHT: Demand = { weight_grams: 0, minutes: 0, products: [] }

moduleIntegrationTestRunner<DeliveryModuleService>({
  moduleName: DELIVERY_MODULE,
  resolve: "./src/modules/delivery",
  testSuite: ({ service }) => {
    /** Slots of one district, each with so many places. */
    const makeSlots = async (
      capacities: number[],
      limits: Pick<
        DatedSlot,
        "capacity_weight_grams" | "capacity_minutes"
      > = PLAIN_TERMS
    ): Promise<string[]> => {
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
          ...PLAIN_TERMS,
          ...limits,
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
      { now = NOW, expires_at = hours(1), takes = LIGHT } = {}
    ) => service.holdPlace({ cart_id, slot_id, demand: takes, expires_at, now })

    const commit = (cart_id: string, takes = LIGHT) =>
      service.commitPlace({ cart_id, demand: takes, now: NOW })

    const reserved = async (slotId: string) =>
      (await service.retrieveDeliverySlot(slotId)).reserved_orders

    const load = async (slotId: string) => {
      const slot = await service.retrieveDeliverySlot(slotId)
      return [
        slot.reserved_orders,
        slot.reserved_weight_grams,
        slot.reserved_minutes,
      ]
    }

    /** The invariant of the module's README. */
    const expectCountsToMatch = async () => {
      const slots = await service.listDeliverySlots({}, { take: 100 })
      for (const slot of slots) {
        const living = await service.listDeliveryBookings(
          {
            slot_id: slot.id,
            status: ["held", "committed", "booked", "delivered"],
          },
          { take: 1_000 }
        )
        const sum = (of: "weight_grams" | "minutes") =>
          living.reduce((total, booking) => total + booking[of], 0)
        expect([
          slot.id,
          slot.reserved_orders,
          slot.reserved_weight_grams,
          slot.reserved_minutes,
        ]).toEqual([
          slot.id,
          living.length,
          sum("weight_grams"),
          sum("minutes"),
        ])
        expect(slot.reserved_orders).toBeLessThanOrEqual(slot.capacity_orders)
        expect(slot.reserved_weight_grams).toBeLessThanOrEqual(
          slot.capacity_weight_grams ?? Infinity
        )
        expect(slot.reserved_minutes).toBeLessThanOrEqual(
          slot.capacity_minutes ?? Infinity
        )
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

    it("sells weight and minutes no more often than places when 100 carts race", async () => {
      const cases: [limits: object, takes: Demand][] = [
        [{ capacity_weight_grams: 5_000 }, demand(4_000)],
        [{ capacity_minutes: 25 }, demand(0, 15)],
        [{ capacity_weight_grams: 5_000 }, demand(5_000)],
      ]
      const slots = await makeSlots([100, 100, 100])
      for (const [index, [limits, takes]] of cases.entries()) {
        await service.updateDeliverySlots({ id: slots[index], ...limits })
        const answers = await Promise.allSettled(
          Array.from({ length: 100 }, (_, cart) =>
            hold(`cart_${index}_${cart}`, slots[index], { takes })
          )
        )
        const codes = answers.flatMap((answer) =>
          answer.status === "rejected" ? [answer.reason.code] : []
        )
        expect(codes).toEqual(Array.from({ length: 99 }, () => "slot_full"))
        expect(await load(slots[index])).toEqual([
          1,
          takes.weight_grams,
          takes.minutes,
        ])
      }
      await expectCountsToMatch()
    })

    it("takes what a changed cart needs when it holds again or commits, and gives back exactly that", async () => {
      const [slot, other] = await makeSlots([3, 3], {
        capacity_weight_grams: 10_000,
        capacity_minutes: 60,
      })
      await hold("cart_a", slot, { takes: demand(4_000, 10) })
      await hold("cart_b", slot, { takes: demand(3_000, 10) })
      await hold("cart_a", slot, { takes: demand(7_000, 20) })
      expect(await load(slot)).toEqual([2, 10_000, 30])

      // One gram more does not fit; everything stays as it was.
      const before = await service.listDeliveryBookings({ cart_id: "cart_a" })
      for (const attempt of [
        () => hold("cart_a", slot, { takes: demand(7_001, 20) }),
        () => commit("cart_a", demand(7_001, 20)),
        () => commit("cart_a", demand(7_000, 51)),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: "slot_full" })
      }
      expect(await service.listDeliveryBookings({ cart_id: "cart_a" })).toEqual(
        before
      )

      await commit("cart_a", demand(1_000, 5))
      expect(await load(slot)).toEqual([2, 4_000, 15])
      // A completion that died is retried with other goods.
      await commit("cart_a", demand(6_000, 5))
      expect(await load(slot)).toEqual([2, 9_000, 15])
      await service.uncommitPlace("cart_a", hours(1), NOW)
      await hold("cart_a", other, { takes: demand(500, 5) })
      expect(await load(slot)).toEqual([1, 3_000, 10])
      expect(await load(other)).toEqual([1, 500, 5])
      await service.releaseExpiredHolds(hours(2))
      expect([await load(slot), await load(other)]).toEqual([
        [0, 0, 0],
        [0, 0, 0],
      ])
    })

    it("lets a cart complete that has not changed, although its slot was made smaller and closed since", async () => {
      const [slot] = await makeSlots([2])
      await hold("cart_a", slot, { takes: demand(4_000, 10) })
      await service.updateDeliverySlots({
        id: slot,
        capacity_weight_grams: 1_000,
        capacity_orders: 0,
        is_open: false,
      })
      expect(await commit("cart_a", demand(4_000, 10))).toMatchObject({
        status: "committed",
      })
      expect(await commit("cart_a", demand(2_000, 10))).toBeUndefined()
      expect(await load(slot)).toEqual([1, 2_000, 10])
      await expect(commit("cart_a", demand(2_001, 10))).rejects.toMatchObject({
        code: "slot_full",
      })
    })

    it("does not prolong a hold for ever: after the cut-off it ends as it was to end", async () => {
      const [slot] = await makeSlots([1])
      await hold("cart_a", slot, { now: hours(11), expires_at: hours(13) })
      await expect(
        hold("cart_a", slot, { now: hours(12), expires_at: hours(14) })
      ).rejects.toMatchObject({ code: "slot_closed" })
      expect(await service.releaseExpiredHolds(hours(13))).toHaveLength(1)
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
            ...PLAIN_TERMS,
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
      await commit("cart_a")
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
      const slots = await makeSlots([1, 2, 3], {
        capacity_weight_grams: 2_000,
        capacity_minutes: 40,
      })
      const step = {
        cart: fc.nat(4).map((index) => `cart_${index}`),
        slot: fc.nat(2),
        weight: fc.integer({ min: 0, max: 1_500 }),
        minutes: fc.integer({ min: 0, max: 25 }),
      }
      const move = fc.oneof(
        ...["hold", "commit", "uncommit", "book", "release", "expire"].map(
          (kind) => fc.record({ kind: fc.constant(kind), ...step })
        )
      )
      type Step = {
        kind: string
        cart: string
        slot: number
        weight: number
        minutes: number
      }
      const run = ({ kind, cart, slot, weight, minutes }: Step) => {
        const takes = demand(weight, minutes)
        switch (kind) {
          case "hold":
            return hold(cart, slots[slot], { takes })
          case "commit":
            return commit(cart, takes)
          case "uncommit":
            return service.uncommitPlace(cart, hours(1), NOW)
          case "book":
            return service.bookPlace({
              cart_id: cart,
              order_id: `order_${cart}`,
              tracking: {
                hash: `${cart} ${randomUUID()}`,
                encrypted: "e",
                expires_at: hours(9),
              },
              now: NOW,
            })
          case "release":
            return service.releasePlaces({
              by: "cart_id",
              ids: [cart],
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
        { numRuns: 20 }
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
