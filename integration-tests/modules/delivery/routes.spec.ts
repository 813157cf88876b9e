import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { DELIVERY_MODULE } from "../../../src/modules/delivery"
import type { DriverAction } from "../../../src/modules/delivery/domain/driver-action"
import DeliveryModuleService from "../../../src/modules/delivery/service"
import { PLAIN_TERMS } from "../../helpers/slot-terms"

jest.setTimeout(120_000)

const NOW = new Date("2026-05-01T10:00:00Z")
const DATE = "2026-05-02"
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000)
const LINK = { hash: "h", encrypted: "e", expires_at: hours(48) }

moduleIntegrationTestRunner<DeliveryModuleService>({
  moduleName: DELIVERY_MODULE,
  resolve: "./src/modules/delivery",
  // With triggers, which the generated schema knows nothing of.
  pathToMigrations: "./src/modules/delivery/migrations",
  testSuite: ({ service, MikroOrmWrapper }) => {
    /** Booked deliveries of one slot. */
    const book = async (count: number): Promise<string[]> => {
      const district = await service.createDeliveryDistricts({
        name: "Mission",
        boundary: null,
      })
      await service.writeSlots({
        slots: [
          {
            window_id: "dwin_1",
            district_id: district.id,
            date: DATE,
            starts_at: hours(20),
            ends_at: hours(22),
            cutoff_at: hours(12),
            capacity_orders: count,
            ...PLAIN_TERMS,
          },
        ],
        today: "2026-05-01",
        now: NOW,
      })
      const [slot] = await service.listDeliverySlots({}, { take: 1 })
      await service.updateDeliverySlots({ id: slot.id, reserved_orders: count })
      const bookings = await service.createDeliveryBookings(
        Array.from({ length: count }, (_, index) => ({
          slot_id: slot.id,
          cart_id: `cart_${index}`,
          order_id: `order_${index}`,
          status: "booked" as const,
        }))
      )
      return bookings.map(({ id }) => id)
    }

    const makeDriver = async () =>
      (await service.createDeliveryDrivers({ name: "Dana" })).id

    const draft = (driver_id: string, bookings: string[]) =>
      service.saveDraft({
        driver_id,
        date: DATE,
        depot: null,
        stops: bookings.map((booking_id) => ({
          booking_id,
          point: { lat: 37.76, lng: -122.41 },
          position: "address" as const,
        })),
        now: NOW,
      })

    const livingStops = () =>
      service.listDeliveryStops(
        { status: ["pending", "arrived", "delivered"] },
        { take: 1_000 }
      )

    /** A route under way with the bookings, in their order. */
    const startedRoute = async (bookings: string[]) => {
      const id = (await draft(await makeDriver(), bookings)) ?? ""
      await service.publishRoute(id, LINK, NOW)
      await drive(id, { kind: "start" })
      const { stops } = await service.retrieveRouteWithStops(id)
      return { id, stops }
    }

    let keys = 0
    const drive = (route_id: string, action: DriverAction, due?: number) =>
      service.recordDriverAction({
        route_id,
        key: `key-${++keys}`,
        action,
        due: due ? { amount: due, currency_code: "usd" } : null,
        order_id: "order_0",
        now: NOW,
      })

    it("puts no booking on two routes, however many plan the same day at once", async () => {
      const bookings = await book(30)
      const drivers = await Promise.all([1, 2, 3].map(makeDriver))
      const planned = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          draft(
            drivers[index % 3],
            // Overlapping parts in different orders.
            (index % 2 ? [...bookings].reverse() : bookings).slice(index, 25)
          )
        )
      )
      const stops = await livingStops()
      expect(new Set(stops.map(({ booking_id }) => booking_id)).size).toBe(
        stops.length
      )
      const living = await service.listDeliveryRoutes(
        { status: "draft" },
        { take: 100 }
      )
      const withStops = new Set(stops.map(({ route_id }) => route_id))
      expect(living.map(({ id }) => id).sort()).toEqual([...withStops].sort())
      expect(planned.filter(Boolean).length).toBeGreaterThan(0)
    })

    it("never takes a booking from a published route", async () => {
      const bookings = await book(4)
      const { id } = await startedRoute(bookings.slice(0, 2))
      const others = await Promise.all(
        [1, 2].map(async () => draft(await makeDriver(), bookings))
      )
      const { stops } = await service.retrieveRouteWithStops(id)
      expect(stops.map(({ booking_id }) => booking_id)).toEqual(
        bookings.slice(0, 2)
      )
      const drafted = await service.listDeliveryStops(
        { route_id: others.flatMap((other) => other ?? []), status: "pending" },
        { take: 10 }
      )
      expect(drafted.map(({ booking_id }) => booking_id).sort()).toEqual(
        bookings.slice(2).sort()
      )
      expect(
        await service.listPlannableBookings({ date: DATE }, 10)
      ).toHaveLength(2)
    })

    it("lets driver and cancellations race: each stop ends once, and none waits for ever", async () => {
      const bookings = await book(20)
      const { id, stops } = await startedRoute(bookings)
      const outcomes = await Promise.allSettled([
        ...stops.map(({ id: stop_id }) =>
          drive(id, { kind: "delivered", stop_id, cash: null })
        ),
        ...stops.map(({ booking_id }) =>
          service.releasePlaces({
            by: "id",
            ids: [booking_id],
            reason: "canceled",
            now: NOW,
          })
        ),
      ])
      const refusals = outcomes.flatMap((outcome) =>
        outcome.status === "rejected" ? [outcome.reason.code] : []
      )
      expect(refusals.filter((code) => code !== "stop_closed")).toEqual([])
      const after = await service.listDeliveryStops(
        { route_id: id },
        { take: 50, relations: ["booking"] }
      )
      for (const { status, booking } of after) {
        expect([status, booking.status]).toEqual(
          status === "delivered"
            ? ["delivered", "delivered"]
            : ["removed", "released"]
        )
      }
      await service.finishDoneRoutes(NOW)
      const route = await service.retrieveDeliveryRoute(id)
      expect(route.status).toBe("finished")
    })

    it("counts a key once, although it comes ten times at once", async () => {
      const bookings = await book(1)
      const { id, stops } = await startedRoute(bookings)
      const results = await Promise.all(
        Array.from({ length: 10 }, () =>
          service.recordDriverAction({
            route_id: id,
            key: "one-tap",
            action: {
              kind: "delivered",
              stop_id: stops[0].id,
              cash: { tendered: 40, short_confirmed: false },
            },
            due: { amount: 34.5, currency_code: "usd" },
            order_id: "order_0",
            now: NOW,
          })
        )
      )
      expect(results.filter(({ replayed }) => !replayed)).toHaveLength(1)
      const [entries, count] = await service.listAndCountDeliveryCashEntries(
        {},
        { take: 10 }
      )
      expect(count).toBe(1)
      expect(Number(entries[0].amount)).toBe(34.5)
    })

    it("writes nothing down of an action that is refused", async () => {
      const bookings = await book(1)
      const { id, stops } = await startedRoute(bookings)
      const refused = {
        kind: "delivered",
        stop_id: stops[0].id,
        cash: { tendered: 10, short_confirmed: false },
      } as const
      await expect(drive(id, refused, 34.5)).rejects.toMatchObject({
        code: "cash_short",
      })
      const [, actions] = await service.listAndCountDeliveryDriverActions({
        kind: "delivered",
      })
      expect(actions).toBe(0)
      const { status } = await service.retrieveDeliveryBooking(bookings[0])
      expect(status).toBe("booked")
    })

    it("keeps the cash ledger as it was written", async () => {
      const bookings = await book(1)
      const { id, stops } = await startedRoute(bookings)
      await drive(
        id,
        {
          kind: "delivered",
          stop_id: stops[0].id,
          cash: { tendered: 40, short_confirmed: false },
        },
        34.5
      )
      const manager = MikroOrmWrapper.forkManager()
      for (const statement of [
        "update delivery_cash_entry set amount = 0",
        "delete from delivery_cash_entry",
      ]) {
        await expect(manager.execute(statement)).rejects.toThrow(
          "delivery_cash_entry is append-only"
        )
      }
    })

    it("takes a cancellation of a route back, but for what was planned again", async () => {
      const bookings = await book(3)
      const { id } = await startedRoute(bookings)
      const canceled = await service.cancelRoute(id, NOW)
      const next = await draft(await makeDriver(), bookings.slice(0, 1))
      expect(next).not.toBeNull()
      await service.restoreRoute(canceled, NOW)
      const { route, stops } = await service.retrieveRouteWithStops(id)
      expect(route.status).toBe("started")
      expect(stops.map(({ booking_id }) => booking_id)).toEqual(
        bookings.slice(1)
      )
    })

    it("puts a stop back when the shop's delivery is taken back", async () => {
      const bookings = await book(1)
      const { id, stops } = await startedRoute(bookings)
      await drive(id, { kind: "arrived", stop_id: stops[0].id })
      await service.deliverBooking(bookings[0], NOW)
      expect((await service.retrieveDeliveryRoute(id)).status).toBe("finished")
      await service.undeliverBooking(bookings[0], NOW)
      const after = await service.retrieveRouteWithStops(id)
      expect(after.route.status).toBe("started")
      expect(after.stops[0].status).toBe("arrived")
    })
  },
})
