import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { z } from "@medusajs/framework/zod"

import { LOYALTY_POINTS_MODULE } from "../../../src/modules/loyalty_points"
import * as accounts from "../../../src/modules/loyalty_points/queries/accounts"
import * as entries from "../../../src/modules/loyalty_points/queries/entries"
import * as lots from "../../../src/modules/loyalty_points/queries/lots"
import { Sql } from "../../../src/modules/loyalty_points/queries/types"
import LoyaltyPointsModuleService from "../../../src/modules/loyalty_points/service"
import { days, NOW } from "./setup"

jest.setTimeout(120_000)

const ACCOUNTS = 5_000
const ENTRIES = 100_000

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

moduleIntegrationTestRunner<LoyaltyPointsModuleService>({
  moduleName: LOYALTY_POINTS_MODULE,
  resolve: "./src/modules/loyalty_points",
  pathToMigrations: "./src/modules/loyalty_points/migrations",
  testSuite: ({ MikroOrmWrapper }) => {
    let execute: Sql["execute"]

    beforeEach(async () => {
      const manager = MikroOrmWrapper.forkManager()
      execute = manager.execute.bind(manager)
      await execute(`
        insert into loyalty_account (id, customer_id, balance)
        select 'a' || n, 'c' || n, 200 from generate_series(1, ${ACCOUNTS}) n`)
      await execute(`
        insert into loyalty_entry (id, account_id, kind, points, key,
          reference_type, reference_id, order_id, reverses_id, created_at)
        select 'e' || n, 'a' || (1 + n % ${ACCOUNTS}),
          case when n % 20 = 0 then 'reverse' else 'earn' end, 10,
          case when n % 20 = 0 then 'reverse:order:o' else 'earn:order:o' end || n,
          'order', 'o' || n, 'o' || n,
          case when n % 20 = 0 then 'e' || (n - 1) end,
          timestamptz '2026-05-01 10:00Z' - make_interval(mins => n)
          from generate_series(1, ${ENTRIES}) n`)
      await execute(`
        insert into loyalty_lot (id, account_id, entry_id, points, remaining,
          available_at, expires_at)
        select 'l' || n, 'a' || (1 + n % ${ACCOUNTS}), 'e' || n, 10,
          case when n % 2 = 0 then 0 else 10 end, timestamptz '2026-05-01',
          timestamptz '2026-05-01' + make_interval(mins => n)
          from generate_series(1, ${ENTRIES}) n`)
      await execute("analyze loyalty_account, loyalty_entry, loyalty_lot")
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
          return []
        },
      }
      await query(explaining as unknown as Sql)
      return tables
    }

    it("reads no table of entries, lots or accounts from end to end on a hot path", async () => {
      const keys = Array.from({ length: 500 }, (_, n) => `earn:order:o${n}`)
      const queries: Record<string, (sql: Sql) => Promise<unknown>> = {
        balance: (sql) => accounts.balanceOf(sql, "c77", NOW),
        "what expires next": (sql) => lots.expiringLots(sql, "a77", NOW, 10),
        "a page of entries": (sql) =>
          entries.entriesBefore(sql, "c77", { limit: 20 }),
        "the next page of entries": (sql) =>
          entries.entriesBefore(sql, "c77", {
            before: { created_at: days(-7), id: "e9" },
            limit: 20,
          }),
        "count of entries": (sql) => entries.countEntries(sql, "c77"),
        lock: (sql) => accounts.lockAccounts(sql, "customer_id", ["c7", "c77"]),
        "orders without an earning": (sql) => entries.keysInLedger(sql, keys),
        "what an order earned": (sql) => entries.earnedEntry(sql, "o77"),
        "what was reversed": (sql) => entries.reversedOf(sql, "e79"),
        "earned orders": (sql) =>
          entries.earnedOrders(sql, {
            after: { created_at: days(-2), id: "" },
            limit: 200,
          }),
        "lots to take from": (sql) => lots.lotsToTake(sql, "a77", NOW),
        "accounts to expire": (sql) => lots.accountsToExpire(sql, NOW, 500),
        "lots to expire": (sql) => lots.dueLots(sql, [{ id: "a77" }], NOW),
        "what expired of a lot": (sql) => lots.expiredOf(sql, "l77"),
      }
      const scans: Record<string, string[]> = {}
      for (const [name, query] of Object.entries(queries)) {
        scans[name] = await scansOf(query)
      }
      expect(scans).toEqual(
        Object.fromEntries(Object.keys(queries).map((name) => [name, []]))
      )
    })
  },
})
