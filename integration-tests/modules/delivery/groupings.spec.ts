import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { DELIVERY_MODULE } from "../../../src/modules/delivery"
import type { StoredMove } from "../../../src/modules/delivery/domain/grouping-moves"
import DeliveryModuleService from "../../../src/modules/delivery/service"
import { PLAIN_TERMS } from "../../helpers/slot-terms"

jest.setTimeout(120_000)

const NOW = new Date("2026-05-01T10:00:00Z")
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000)

moduleIntegrationTestRunner<DeliveryModuleService>({
  moduleName: DELIVERY_MODULE,
  resolve: "./src/modules/delivery",
  testSuite: ({ service }) => {
    const slot = (slot_id: string) => ({
      slot_id,
      date: "2026-05-02",
      starts_at: hours(20).toISOString(),
      ends_at: hours(22).toISOString(),
    })
    const move = (booking_id: string): StoredMove => ({
      booking_id,
      order_id: `order_${booking_id}`,
      district: { id: "ddis_1", name: "Mission" },
      from: slot("dslot_a"),
      to: slot("dslot_b"),
      saved_metres: 1_200,
      state: "proposed",
      reason: null,
      told: null,
    })
    const propose = (
      days: [string, string] = ["2026-05-02", "2026-05-08"],
      moves = [move("b1"), move("b2")]
    ) =>
      service.proposeGrouping(
        {
          starts_on: days[0],
          ends_on: days[1],
          metres_before: 10_000,
          metres_after: 7_600,
          moves,
        },
        NOW
      )
    const statesOf = async (id: string) => {
      const { status, moves } = await service.retrieveGrouping(id)
      return [status, ...moves.map(({ state }) => state)]
    }

    it("keeps one undecided proposal for the same days, and gives the others back when it is withdrawn", async () => {
      const { grouping: first } = await propose()
      const { grouping: other } = await propose(["2026-05-09", "2026-05-15"])
      const { grouping: second, dismissed } = await propose([
        "2026-05-08",
        "2026-05-08",
      ])
      expect(dismissed).toEqual([first.id])
      expect(await statesOf(first.id)).toContain("dismissed")
      expect(await statesOf(other.id)).toContain("proposed")

      await service.withdrawGrouping(second.id, dismissed, NOW)
      expect(await statesOf(first.id)).toContain("proposed")
      await expect(service.retrieveGrouping(second.id)).rejects.toThrow(
        "does not exist"
      )
      const { rows, count } = await service.pageGroupings({
        limit: 1,
        offset: 0,
        status: ["proposed"],
      })
      expect([rows.length, count]).toEqual([1, 2])
    })

    it("is accepted once, however many do it at once, with the moves that were chosen", async () => {
      const { grouping } = await propose()
      const accepted = await Promise.all(
        [1, 2, 3, 4].map(() => service.acceptGrouping(grouping.id, ["b2"], NOW))
      )
      expect(accepted.filter(Boolean)).toHaveLength(1)
      expect(await statesOf(grouping.id)).toEqual([
        "accepted",
        "left_out",
        "waiting",
      ])
      await expect(service.dismissGrouping(grouping.id, NOW)).rejects.toThrow(
        "was accepted"
      )
    })

    it("refuses moves it does not have, and a dismissed proposal", async () => {
      const { grouping } = await propose()
      await expect(
        service.acceptGrouping(grouping.id, ["b1", "b9"], NOW)
      ).rejects.toThrow("does not move b9")
      expect(await service.dismissGrouping(grouping.id, NOW)).toBe(true)
      expect(await service.dismissGrouping(grouping.id, NOW)).toBe(false)
      await expect(
        service.acceptGrouping(grouping.id, undefined, NOW)
      ).rejects.toThrow("propose again")
      await expect(
        service.acceptGrouping("dgrp_nobody", undefined, NOW)
      ).rejects.toThrow("does not exist")
    })

    it("notes each outcome once, and finds what nobody has finished", async () => {
      const { grouping } = await propose()
      await service.acceptGrouping(grouping.id, undefined, NOW)
      const unfinished = async () =>
        (await service.listUnfinishedGroupings(hours(1), 10)).map(
          ({ id }) => id
        )
      expect(await service.listUnfinishedGroupings(NOW, 10)).toEqual([])
      expect(await unfinished()).toEqual([grouping.id])

      const moved = {
        booking_id: "b1",
        state: "moved" as const,
        reason: null,
        told: "call" as const,
      }
      await service.settleGroupingMoves(grouping.id, [moved], NOW)
      await service.settleGroupingMoves(
        grouping.id,
        [{ ...moved, state: "refused", reason: "late", told: null }],
        NOW
      )
      expect(await statesOf(grouping.id)).toEqual([
        "accepted",
        "moved",
        "waiting",
      ])
      expect(await unfinished()).toEqual([grouping.id])
      // Something was done already: it cannot be undecided again.
      await service.unacceptGrouping(grouping.id, NOW)
      expect(await statesOf(grouping.id)).toContain("accepted")

      await service.settleGroupingMoves(
        grouping.id,
        [{ ...moved, booking_id: "b2" }],
        NOW
      )
      expect(await unfinished()).toEqual([])
    })

    it("can be undecided while nothing was done", async () => {
      const { grouping } = await propose()
      await service.acceptGrouping(grouping.id, ["b1"], NOW)
      await service.unacceptGrouping(grouping.id, NOW)
      expect(await statesOf(grouping.id)).toEqual([
        "proposed",
        "proposed",
        "proposed",
      ])
      await service.dismissGrouping(grouping.id, NOW)
      await service.undismissGrouping(grouping.id, NOW)
      expect(await statesOf(grouping.id)).toContain("proposed")
    })

    it("reads the days' deliveries, and which of them a driver has", async () => {
      const district = await service.createDeliveryDistricts({
        name: "Mission",
        boundary: null,
      })
      await service.writeSlots({
        slots: [0, 1].map((index) => ({
          window_id: `dwin_${index}`,
          district_id: district.id,
          date: `2026-05-0${2 + index}`,
          starts_at: hours(20 + 24 * index),
          ends_at: hours(22 + 24 * index),
          cutoff_at: hours(12 + 24 * index),
          capacity_orders: 9,
          ...PLAIN_TERMS,
        })),
        today: "2026-05-01",
        now: NOW,
      })
      const slots = await service.listDeliverySlots(
        {},
        { order: { date: "ASC" }, take: 2 }
      )
      const bookings = await service.createDeliveryBookings(
        ["drafted", "driven", "other-day", "gone"].map((name, index) => ({
          slot_id: slots[index === 2 ? 1 : 0].id,
          cart_id: `cart_${index}`,
          order_id: `order_${name}`,
          weight_grams: 500,
          minutes: 10,
          status: name === "gone" ? ("released" as const) : ("booked" as const),
        }))
      )
      const driver = await service.createDeliveryDrivers({ name: "Dana" })
      const draft = (booking_id: string) =>
        service.saveDraft({
          driver_id: driver.id,
          date: "2026-05-02",
          depot: null,
          stops: [
            {
              booking_id,
              point: { lat: 37.76, lng: -122.41 },
              position: "address",
            },
          ],
          now: NOW,
        })
      const published = await draft(bookings[1].id)
      await service.publishRoute(
        published ?? "",
        { hash: "h", encrypted: "e", expires_at: hours(48) },
        NOW
      )
      await draft(bookings[0].id)

      // Pieces of both are remembered; only pies go on certain days.
      await service.createDeliveryProductRules({
        product_id: "pie",
        dates: ["2026-05-02"],
      })
      await service.createDeliveryBookingProducts(
        ["bread", "pie"].map((product_id, index) => ({
          booking_id: bookings[index].id,
          product_id,
          date: "2026-05-02",
          quantity: 1,
        }))
      )

      const day = { from: "2026-05-02", to: "2026-05-02" }
      const found = await service.listBookingsToDrive(day, 10)
      expect(
        found.map(({ order_id, on_route, has_day_products }) => [
          order_id,
          on_route,
          has_day_products,
        ])
      ).toEqual(
        expect.arrayContaining([
          ["order_drafted", false, false],
          ["order_driven", true, true],
        ])
      )
      expect(found).toHaveLength(2)
      const loads = await service.listSlotLoads(
        { from: "2026-05-01", to: "2026-05-31", district_ids: [district.id] },
        10
      )
      expect(loads.map(({ id }) => id)).toEqual(slots.map(({ id }) => id))
      expect(loads[0]).toMatchObject({
        district_name: "Mission",
        capacity_orders: 9,
        price: PLAIN_TERMS.price,
        is_open: true,
      })
      expect(
        await service.listSlotLoads({ ...day, district_ids: [] }, 10)
      ).toEqual([])
    })
  },
})
