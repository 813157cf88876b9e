import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { z } from "@medusajs/framework/zod"

import { DELIVERY_MODULE } from "../../../src/modules/delivery"
import { pageBookings } from "../../../src/modules/delivery/queries/booking-list"
import { commitByCart } from "../../../src/modules/delivery/queries/bookings"
import {
  activeBooking,
  releaseWhere,
} from "../../../src/modules/delivery/queries/places"
import {
  activeSlot,
  slotsOfDistrict,
} from "../../../src/modules/delivery/queries/slots"
import { trackedBooking } from "../../../src/modules/delivery/queries/tracked"
import { Sql } from "../../../src/modules/delivery/queries/types"
import DeliveryModuleService from "../../../src/modules/delivery/service"

jest.setTimeout(120_000)

const NOW = new Date("2026-05-01T10:00:00Z")
const SLOTS = 20_000
const BOOKINGS = 100_000

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
        select 'd' || n, 'District ' || n from generate_series(1, 50) n`)
      await execute(`
        insert into delivery_slot (id, district_id, window_id, date, starts_at,
          ends_at, cutoff_at, capacity_orders, reserved_orders)
        select 's' || n, 'd' || (1 + n % 50), 'w' || n,
          to_char(date '2025-01-01' + (n / 50), 'YYYY-MM-DD'),
          timestamptz '2025-01-01 10:00Z' + make_interval(days => n / 50),
          timestamptz '2025-01-01 12:00Z' + make_interval(days => n / 50),
          timestamptz '2025-01-01 08:00Z' + make_interval(days => n / 50), 10, 5
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
      await execute(
        "analyze delivery_district, delivery_slot, delivery_booking"
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
          return [{ count: 0 }]
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
      }
      const scans: Record<string, string[]> = {}
      for (const [name, query] of Object.entries(queries)) {
        const tables = await scansOf(query)
        scans[name] = tables.filter((table) => table !== "delivery_district")
      }
      expect(scans).toEqual(
        Object.fromEntries(Object.keys(queries).map((name) => [name, []]))
      )
    })
  },
})
