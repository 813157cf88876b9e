import { Client } from "@medusajs/framework/pg"

import {
  countVisitors,
  firstCountedDay,
  rankFacts,
  spanTotals,
  visitDays,
} from "../../../src/modules/activity/queries/overview"
import { readRollUpEvents } from "../../../src/modules/activity/queries/rollup-events"
import { changeFacts } from "../../../src/modules/activity/queries/rollup-facts"
import { Sql } from "../../../src/modules/activity/queries/sql"
import {
  removeVisits,
  visitsAround,
} from "../../../src/modules/activity/queries/visits"
import { blocksOf, explaining, makePastMonths, PlanNode } from "./query-cost"
import { databaseUrl, prepareStore } from "./setup"

jest.setTimeout(240_000)

const DB = "cornerstore-activity-facts-plans"
const MONTHS = 13
const VISITS = 260_000
const EVENTS = 150_000
const DAY_MS = 24 * 60 * 60_000

const nodes = (node: PlanNode): PlanNode[] => [
  node,
  ...(node.Plans ?? []).flatMap(nodes),
]

describe("what is counted, on tables of a year", () => {
  const client = new Client({ connectionString: databaseUrl(DB) })
  const day = (ago: number) =>
    new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10)
  const lastMonth = { from: day(30), to: day(0) }

  beforeAll(async () => {
    await prepareStore(DB)()
    await client.connect()
    await makePastMonths(client, "visit", MONTHS)
    await client.query(
      `insert into activity.visit
       select gen_random_uuid(), 'apk_1', 'v' || n % 40000, at, at, at::date,
              1, 1, '/', at, '/', at, null, '(direct)', '(none)', null, false,
              'desktop', true, false, true,
              hashtextextended('v' || n % 40000, 0) & 63
         from generate_series(1, ${VISITS}) n,
              lateral (select now() - make_interval(
                secs => n * 380.0 * 86400 / ${VISITS}) as at) t`
    )
    await client.query(
      `insert into activity.daily_fact
       select current_date - d, 'apk_1', kind, 'value ' || n, n
         from generate_series(0, 380) d, generate_series(1, 60) n,
              unnest(array['event', 'page', 'entry', 'exit', 'source', 'search',
                'product_viewed', 'event_bot', 'campaign', 'visit']) kind`
    )
    await client.query(
      `insert into activity.event (received_at, occurred_at, source_id,
         message_id, type, properties, context)
       select date_trunc('month', now()) + make_interval(secs => n), now(),
              'apk_1', 'm' || n, 'page', '{}', '{"page":{"path":"/"}}'
         from generate_series(1, ${EVENTS}) n`
    )
    await client.query("vacuum analyze")
  })
  afterAll(() => client.end())

  /** Tables read from end to end, and blocks of 8 kB touched. */
  const costOf = async (run: (sql: Sql) => Promise<unknown>) => {
    const plans: PlanNode[] = []
    await client.query("begin")
    await run(explaining(client, plans))
    await client.query("rollback")
    expect(plans).toHaveLength(1)
    const [plan] = plans
    return {
      scanned: nodes(plan)
        .filter(
          (node) =>
            node["Node Type"] === "Seq Scan" &&
            (node["Actual Rows"] || node["Rows Removed by Filter"])
        )
        .map((node) => node["Relation Name"]),
      blocks: blocksOf(plan),
    }
  }

  it.each<[string, number, (sql: Sql) => Promise<unknown>]>([
    [
      "rankings of a month",
      4_000,
      (sql) => rankFacts(sql, ["page", "source", "search"], lastMonth, 10),
    ],
    ["totals of a month", 4_000, (sql) => spanTotals(sql, lastMonth)],
    ["days of a month", 1_000, (sql) => visitDays(sql, lastMonth)],
    // By kind or by day, whichever is chosen: at most the facts of a day.
    ["the first day", 50, (sql) => firstCountedDay(sql)],
    [
      "all visitors of three days",
      1_000,
      (sql) => countVisitors(sql, { from: day(2), to: day(0) }, 64),
    ],
    [
      "a sample of a year's visitors",
      1_500,
      (sql) => countVisitors(sql, { from: day(365), to: day(0) }, 2),
    ],
    [
      "visits that new events can touch",
      2_500,
      (sql) =>
        visitsAround(
          sql,
          Array.from({ length: 20 }, (_, index) => ({
            source_id: "apk_1",
            anonymous_id: `v${index}`,
            from: day(1),
            to: day(0),
          })),
          "Europe/Berlin"
        ),
    ],
    [
      "events from the middle of a month",
      400,
      (sql) =>
        readRollUpEvents(sql, {
          after: {
            received_at: new Date(
              Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth()) +
                50_000_000
            ).toISOString(),
            event_id: "0",
          },
          before: new Date(Date.now() + 40 * DAY_MS),
          limit: 500,
          zone: "UTC",
        }),
    ],
    [
      "counts that change",
      1_000,
      (sql) =>
        changeFacts(
          sql,
          Array.from({ length: 20 }, (_, index) => ({
            day: day(0),
            source_id: "apk_1",
            kind: "page" as const,
            value: index % 2 ? `value ${index}` : `new ${index}`,
            events: 1,
          }))
        ),
    ],
  ])("%s: found by an index", async (_what, blocks, run) => {
    const cost = await costOf(run)
    expect(cost.scanned).toEqual([])
    expect(cost.blocks).toBeLessThan(blocks)
  })

  it("visits that go are found by their key", async () => {
    const { rows } = await client.query(
      "select * from activity.visit where anonymous_id = 'v1'"
    )
    const { scanned } = await costOf((sql) => removeVisits(sql, rows))
    expect(scanned).toEqual([])
  })
})
