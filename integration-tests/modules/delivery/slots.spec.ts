import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { DELIVERY_MODULE } from "../../../src/modules/delivery"
import { addDays } from "../../../src/modules/delivery/domain/local-time"
import { DatedSlot } from "../../../src/modules/delivery/domain/slots"
import DeliveryModuleService from "../../../src/modules/delivery/service"
import { PLAIN_TERMS } from "../../helpers/slot-terms"

jest.setTimeout(120_000)

const TODAY = "2026-05-01"
const NOW = new Date(`${TODAY}T10:00:00Z`)
const NOTHING = { weight_grams: 0, minutes: 0, products: [] }

moduleIntegrationTestRunner<DeliveryModuleService>({
  moduleName: DELIVERY_MODULE,
  resolve: "./src/modules/delivery",
  testSuite: ({ service }) => {
    let district_id: string

    beforeEach(async () => {
      const district = await service.createDeliveryDistricts({
        name: "Mission",
        boundary: null,
      })
      district_id = district.id
    })

    /** Slots of windows from 10 to 12 on the days after today. */
    const slotsOf = (
      windows: number,
      days: number,
      change: Partial<DatedSlot> = {}
    ): DatedSlot[] =>
      Array.from({ length: windows * days }, (_, index) => {
        const date = addDays(TODAY, 1 + Math.floor(index / windows))
        return {
          ...PLAIN_TERMS,
          window_id: `dwin_${index % windows}`,
          district_id,
          date,
          starts_at: new Date(`${date}T10:00:00Z`),
          ends_at: new Date(`${date}T12:00:00Z`),
          cutoff_at: new Date(`${date}T08:00:00Z`),
          capacity_orders: 5,
          ...change,
        }
      })

    const write = (slots: DatedSlot[]) =>
      service.writeSlots({ slots, today: TODAY, now: NOW })

    const ids = async () =>
      (
        await service.listDeliverySlots(
          {},
          { order: { window_id: "ASC", date: "ASC" }, take: 100 }
        )
      ).map(({ id }) => id)

    const hold = (cart_id: string, slot_id: string) =>
      service.holdPlace({
        cart_id,
        slot_id,
        demand: NOTHING,
        expires_at: new Date(NOW.getTime() + 3_600_000),
        now: NOW,
      })

    it("writes what differs and nothing else, however many slots there are", async () => {
      const slots = slotsOf(60, 40)
      expect(await write(slots)).toEqual({
        written: 2_400,
        closed: 0,
        overbooked: [],
      })
      expect(await write(slots)).toEqual({
        written: 0,
        closed: 0,
        overbooked: [],
      })
      const changed = slots.map((slot, index) =>
        index < 3 ? { ...slot, price: 5, early_group_ids: ["a"] } : slot
      )
      expect(await write(changed.slice(0, -2))).toMatchObject({
        written: 3,
        closed: 2,
      })
      expect(await write(slots)).toMatchObject({ written: 5, closed: 0 })
    })

    it("keeps every term of a slot, exact amounts among them", async () => {
      const terms = {
        capacity_weight_grams: 90_000,
        capacity_minutes: 60,
        price: 4.25,
        minimum_order: 20.1,
        free_over: 60,
        early_group_ids: ["cusgroup_1", 'with "quotes", and more'],
        opens_at: new Date("2026-04-30T07:00:00Z"),
      }
      await write(slotsOf(1, 1, terms))
      const [id] = await ids()
      expect(await service.retrieveSlot(id)).toMatchObject({
        ...terms,
        district: { stop_minutes: 10, rates: null },
      })
      // As Medusa itself reads its amounts.
      const slot = await service.retrieveDeliverySlot(id)
      expect([Number(slot.price), Number(slot.minimum_order)]).toEqual([
        4.25, 20.1,
      ])
    })

    it("leaves the times of whoever has a place, and lets them follow once nobody has", async () => {
      await write(slotsOf(1, 2))
      const [booked, free] = await ids()
      await hold("cart_a", booked)
      const later = slotsOf(1, 2).map((slot) => ({
        ...slot,
        starts_at: new Date(slot.starts_at.getTime() + 7_200_000),
        ends_at: new Date(slot.ends_at.getTime() + 7_200_000),
        cutoff_at: new Date(slot.cutoff_at.getTime() + 7_200_000 * 2),
        capacity_orders: 0,
      }))
      const { overbooked } = await write(later)
      expect(overbooked.map(({ id }) => id)).toEqual([booked])
      expect(await service.retrieveSlot(booked)).toMatchObject({
        starts_at: new Date("2026-05-02T10:00:00Z"),
        ends_at: new Date("2026-05-02T12:00:00Z"),
        // Never after the start.
        cutoff_at: new Date("2026-05-02T10:00:00Z"),
        capacity_orders: 0,
      })
      expect(await service.retrieveSlot(free)).toMatchObject({
        starts_at: new Date("2026-05-03T12:00:00Z"),
      })
      await service.releaseHold("cart_a", "changed", NOW)
      expect(await write(later)).toMatchObject({ written: 1, overbooked: [] })
      expect(await service.retrieveSlot(booked)).toMatchObject({
        starts_at: new Date("2026-05-02T12:00:00Z"),
      })
    })

    it("says what is booked in a slot it closes, and sells it again when it is made again", async () => {
      await write(slotsOf(1, 1))
      const [id] = await ids()
      await hold("cart_a", id)
      const { closed, overbooked } = await write([])
      expect([closed, overbooked]).toMatchObject([
        1,
        [{ id, reserved_orders: 1, is_open: false }],
      ])
      expect(await write([])).toMatchObject({ closed: 0, overbooked: [] })
      await write(slotsOf(1, 1))
      await hold("cart_b", id)
      expect(await service.retrieveSlot(id)).toMatchObject({
        is_open: true,
        reserved_orders: 2,
      })
    })

    it("never waits crosswise for carts that change their slots", async () => {
      await write(slotsOf(4, 5))
      const all = await ids()
      const rounds = Array.from({ length: 30 }, (_, round) => [
        hold(`cart_${round % 6}`, all[(round * 7) % all.length]),
        write(slotsOf(4, 5, { price: round })),
        service.releaseExpiredHolds(new Date(NOW.getTime() + 7_200_000)),
      ])
      const answers = await Promise.allSettled(rounds.flat())
      const failures = answers.flatMap((answer) =>
        answer.status === "rejected" ? [String(answer.reason)] : []
      )
      // Two first holds of one cart at once: its own lock, Medusa's, is not taken here.
      expect(
        failures.filter((failure) => !failure.includes("already exists"))
      ).toEqual([])
      const { differences } = await service.recountSlots({
        after: "",
        limit: 100,
      })
      expect(differences).toEqual([])
    })

    it("counts a slot page by page and repairs it to its bookings", async () => {
      await write(slotsOf(3, 3))
      const all = (await ids()).sort()
      await hold("cart_a", all[8])
      await service.updateDeliverySlots([
        { id: all[0], reserved_orders: 4 },
        { id: all[8], reserved_orders: 0, reserved_minutes: 3 },
      ])
      const found: unknown[] = []
      let after: string | null = ""
      while (after !== null) {
        const page = await service.recountSlots({ after, limit: 2 })
        found.push(...page.differences)
        after = page.last_id
      }
      expect(found).toEqual([
        {
          slot_id: all[0],
          date: expect.any(String),
          reserved: { orders: 4, weight_grams: 0, minutes: 0 },
          booked: { orders: 0, weight_grams: 0, minutes: 0 },
        },
        expect.objectContaining({
          slot_id: all[8],
          booked: { orders: 1, weight_grams: 0, minutes: 0 },
        }),
      ])
      expect(await service.repairSlot(all[8], NOW)).not.toBeNull()
      expect(await service.repairSlot(all[8], NOW)).toBeNull()
      expect(await service.retrieveSlot(all[8])).toMatchObject({
        reserved_orders: 1,
        reserved_minutes: 0,
      })
    })
  },
})
