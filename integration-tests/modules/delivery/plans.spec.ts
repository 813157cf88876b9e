import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { z } from "@medusajs/framework/zod"

import { DELIVERY_MODULE } from "../../../src/modules/delivery"
import { pageBookings } from "../../../src/modules/delivery/queries/booking-list"
import {
  calendarSlots,
  feedBookings,
  feedOfToken,
  touchFeed,
} from "../../../src/modules/delivery/queries/calendar"
import { cashOfStops } from "../../../src/modules/delivery/queries/cash"
import { insertAction } from "../../../src/modules/delivery/queries/driver-actions"
import { plannableBookings } from "../../../src/modules/delivery/queries/plan"
import { deliveryOutcomes } from "../../../src/modules/delivery/queries/outcomes"
import {
  lockRoutesOfOrder,
  movesBetween,
} from "../../../src/modules/delivery/queries/rebooking"
import {
  pageRoutes,
  routeOfLink,
  stopsOfRoute,
} from "../../../src/modules/delivery/queries/routes"
import {
  followBookings,
  lockOpenStops,
  unsettledStops,
} from "../../../src/modules/delivery/queries/stops"
import { commitByCart } from "../../../src/modules/delivery/queries/bookings"
import {
  activeBooking,
  adjustPlace,
  releaseWhere,
  takePlace,
} from "../../../src/modules/delivery/queries/places"
import { recountSlots } from "../../../src/modules/delivery/queries/recount"
import {
  activeSlot,
  slotById,
  slotsOfDistrict,
} from "../../../src/modules/delivery/queries/slots"
import { trackedBooking } from "../../../src/modules/delivery/queries/tracked"
import { Sql } from "../../../src/modules/delivery/queries/types"
import { planSlots } from "../../../src/modules/delivery/queries/write-slots"
import DeliveryModuleService from "../../../src/modules/delivery/service"
import { PLAIN_TERMS } from "../../helpers/slot-terms"

jest.setTimeout(120_000)

const LOAD = { weight_grams: 500, minutes: 10 }
const WANTED = {
  ...PLAIN_TERMS,
  window_id: "w7",
  district_id: "d7",
  date: "2030-01-01",
  starts_at: new Date("2030-01-01T10:00:00Z"),
  ends_at: new Date("2030-01-01T12:00:00Z"),
  cutoff_at: new Date("2030-01-01T08:00:00Z"),
  capacity_orders: 10,
}
const NOW = new Date("2026-05-01T10:00:00Z")
const SLOTS = 100_000
const BOOKINGS = 100_000
const ROUTES = 2_000
/** So few that reading them whole is the quickest. */
const SMALL = ["delivery_district", "delivery_driver"]

type PlanNode = {
  "Node Type": string
  "Relation Name"?: string
  Plans?: PlanNode[]
}
const answerSchema = z.tuple([
  z.object({
    "QUERY PLAN": z.tuple([z.object({ Plan: z.custom<PlanNode>() })]),
  }),
])

/** Tables that a plan reads from end to end. */
const scanned = (node: PlanNode): string[] => [
  ...(node["Node Type"] === "Seq Scan" ? [node["Relation Name"] ?? "?"] : []),
  ...(node.Plans ?? []).flatMap(scanned),
]

moduleIntegrationTestRunner<DeliveryModuleService>({
  moduleName: DELIVERY_MODULE,
  resolve: "./src/modules/delivery",
  testSuite: ({ MikroOrmWrapper }) => {
    let execute: Sql["execute"]

    beforeEach(async () => {
      const manager = MikroOrmWrapper.forkManager()
      execute = manager.execute.bind(manager)
      await execute(`
        insert into delivery_district (id, name)
        select 'd' || n, 'District ' || n from generate_series(1, 250) n`)
      await execute(`
        insert into delivery_slot (id, district_id, window_id, date, starts_at,
          ends_at, cutoff_at, capacity_orders, reserved_orders)
        select 's' || n, 'd' || (1 + n % 250), 'w' || n,
          to_char(date '2025-01-01' + (n / 250), 'YYYY-MM-DD'),
          timestamptz '2025-01-01 10:00Z' + make_interval(days => n / 250),
          timestamptz '2025-01-01 12:00Z' + make_interval(days => n / 250),
          timestamptz '2025-01-01 08:00Z' + make_interval(days => n / 250), 10, 5
          from generate_series(1, ${SLOTS}) n`)
      await execute(`
        insert into delivery_booking (id, slot_id, cart_id, order_id, status,
          expires_at, tracking_token_hash, tracking_expires_at)
        select 'b' || n, 's' || (1 + n % ${SLOTS}), 'c' || n,
          case when n % 200 = 0 then null else 'o' || n end,
          case when n % 200 = 0 then 'held' else 'delivered' end,
          case when n % 200 = 0 then timestamptz '2026-05-01 11:00Z' end,
          'h' || n, timestamptz '2027-01-01'
          from generate_series(1, ${BOOKINGS}) n`)
      await execute(`
        insert into delivery_driver (id, name)
        select 'v' || n, 'Driver ' || n from generate_series(1, 5) n`)
      await execute(`
        insert into delivery_route (id, driver_id, date, status, link_token_hash,
          link_expires_at)
        select 'r' || n, 'v' || (1 + n % 5),
          to_char(date '2025-01-01' + (n / 5), 'YYYY-MM-DD'),
          case when n > ${ROUTES} - 5 then 'started' else 'finished' end,
          'l' || n, timestamptz '2027-01-01'
          from generate_series(1, ${ROUTES}) n`)
      await execute(`
        insert into delivery_stop (id, route_id, booking_id, sequence, status,
          delivered_at, settled_at)
        select 't' || n, 'r' || (1 + n % ${ROUTES}), 'b' || n, n / ${ROUTES}, 'delivered',
          timestamptz '2025-01-01 11:00Z' + make_interval(mins => n),
          case when n > 50 then timestamptz '2026-01-01' end
          from generate_series(1, ${BOOKINGS}) n where n % 200 <> 0`)
      await execute(`
        insert into delivery_cash_entry (id, key, driver_id, route_id, stop_id,
          booking_id, order_id, currency_code, amount, raw_amount, due, raw_due,
          tendered, raw_tendered, change_given, raw_change_given)
        select 'e' || n, 'collected:t' || n, 'v1', 'r' || (1 + n % ${ROUTES}), 't' || n,
          'b' || n, 'o' || n, 'usd', 1, '{}', 1, '{}', 1, '{}', 0, '{}'
          from generate_series(1, 20000) n`)
      await execute(`
        insert into delivery_driver_action (id, route_id, key, kind, stop_id, fingerprint)
        select 'a' || n, 'r' || (1 + n % ${ROUTES}), 'key' || n, 'delivered', 't' || n, ''
          from generate_series(1, 20000) n`)
      await execute(`
        insert into delivery_move (id, booking_id, order_id, number, from_slot_id,
          to_slot_id, actor_type, actor_id, created_at)
        select 'm' || n, 'b' || n, 'o' || n, 1, 's1', 's2', 'customer', 'u',
          timestamptz '2025-01-01 11:00Z' + make_interval(mins => n)
          from generate_series(1, 20000) n`)
      await execute(`
        insert into delivery_calendar_feed (id, name, token_hash, token)
        select 'f' || n, 'Phone ' || n, 'fh' || n, '' from generate_series(1, 5000) n`)
      await execute(
        `analyze delivery_calendar_feed, delivery_district, delivery_slot, delivery_booking, delivery_driver,
           delivery_route, delivery_stop, delivery_cash_entry, delivery_driver_action,
           delivery_move`
      )
    })

    /** Runs a query function, but asks Postgres only how it would go about it. */
    const scansOf = async (
      query: (sql: Sql) => Promise<unknown>
    ): Promise<string[]> => {
      const tables: string[] = []
      const explaining = {
        execute: async (statement: string, params: unknown[]) => {
          const [answer] = answerSchema.parse(
            await execute(`explain (format json) ${statement}`, params)
          )
          tables.push(...scanned(answer["QUERY PLAN"][0].Plan))
          return [{ count: 0, weight_grams: 0, minutes: 0 }]
        },
      }
      await query(explaining as unknown as Sql)
      return tables
    }

    it("reads no table of bookings or slots from end to end on a hot path", async () => {
      const queries: Record<string, (sql: Sql) => Promise<unknown>> = {
        "slots of a district": (sql) =>
          slotsOfDistrict(sql, {
            district_id: "d7",
            from: "2026-01-10",
            to: "2026-01-31",
            now: NOW,
          }),
        "a slot by its id": (sql) => slotById(sql, "s77"),
        "taking a place": (sql) => takePlace(sql, "s77", LOAD, NOW),
        "a cart that changed": (sql) =>
          adjustPlace(
            sql,
            { id: "b77", slot_id: "s77", weight_grams: 0, minutes: 0 },
            LOAD,
            NOW
          ),
        "a page of the recount": (sql) => recountSlots(sql, "s5", 100),
        "slots as they should be": (sql) =>
          planSlots(sql, [WANTED], { today: "2030-01-01" }),
        "slot of a cart": (sql) => activeSlot(sql, { cart_id: "c400" }),
        "slot of an order": (sql) => activeSlot(sql, { order_id: "o401" }),
        "booking of a cart": (sql) => activeBooking(sql, "cart_id", "c400"),
        commit: (sql) => commitByCart(sql, "c400", NOW),
        "expired holds": (sql) =>
          releaseWhere(
            sql,
            {
              where: "status = 'held' and expires_at <= ?",
              params: [new Date("2026-05-01T10:30:00Z")],
            },
            "expired",
            NOW
          ),
        "expired holds of a slot": (sql) =>
          releaseWhere(
            sql,
            {
              where: "slot_id = ? and status = 'held' and expires_at <= ?",
              params: ["s401", NOW],
            },
            "expired",
            NOW
          ),
        tracker: (sql) => trackedBooking(sql, "h77", NOW),
        "a day's bookings": (sql) =>
          pageBookings(
            sql,
            { date_from: "2026-01-10", date_to: "2026-01-10" },
            { limit: 20, offset: 0 }
          ),
        "bookings to plan": (sql) =>
          plannableBookings(sql, { date: "2026-01-10" }, 501),
        "six weeks of the calendar": (sql) =>
          calendarSlots(sql, { from: "2025-06-01", to: "2025-07-12" }, 20_001),
        "a district's six weeks": (sql) =>
          calendarSlots(
            sql,
            { from: "2025-06-01", to: "2025-07-12", district_id: "d7" },
            20_001
          ),
        "a calendar's link": (sql) => feedOfToken(sql, "fh77"),
        "a calendar was read": (sql) => touchFeed(sql, "f77", NOW),
        "bookings of a calendar": (sql) =>
          feedBookings(
            sql,
            {
              from: "2026-01-20",
              district_id: null,
              canceledSince: NOW,
              now: NOW,
            },
            5_000
          ),
        "a day's routes": (sql) =>
          pageRoutes(
            sql,
            { date_from: "2026-01-10", date_to: "2026-01-10" },
            { limit: 20, offset: 0 }
          ),
        "a driver's link": (sql) => routeOfLink(sql, "l77", NOW),
        "stops of a route": (sql) => stopsOfRoute(sql, "r77"),
        "open stops of a route": (sql) => lockOpenStops(sql, "r77"),
        "cash of stops": (sql) => cashOfStops(sql, ["t77", "t78"]),
        "stops to settle": (sql) => unsettledStops(sql, NOW, 200),
        "the stop of a booking": (sql) =>
          followBookings(sql, ["b77"], "delivered", NOW),
        "routes of an order that moves": (sql) =>
          lockRoutesOfOrder(sql, "o401"),
        "moves that nobody may have heard of": (sql) =>
          movesBetween(
            sql,
            { since: new Date("2025-01-14T00:00:00Z"), before: NOW },
            500
          ),
        "what became of a customer's orders": (sql) =>
          deliveryOutcomes(sql, ["o401", "o402", "o403"]),
        "a driver's action": (sql) =>
          insertAction(
            sql,
            {
              route_id: "r77",
              key: "key76",
              kind: "start",
              stop_id: null,
              fingerprint: "start",
            },
            NOW
          ),
      }
      const scans: Record<string, string[]> = {}
      for (const [name, query] of Object.entries(queries)) {
        const tables = await scansOf(query)
        scans[name] = tables.filter((table) => !SMALL.includes(table))
      }
      expect(scans).toEqual(
        Object.fromEntries(Object.keys(queries).map((name) => [name, []]))
      )
    })
  },
})
