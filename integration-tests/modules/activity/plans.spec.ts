import { Client } from "@medusajs/framework/pg"
import { z } from "@medusajs/framework/zod"

import { deviceOf } from "../../../src/modules/activity/domain/device"
import {
  readLogins,
  recordLogin,
  summarizeLogins,
} from "../../../src/modules/activity/queries/logins"
import { purgeEventKeys } from "../../../src/modules/activity/queries/purge"
import { readEvents } from "../../../src/modules/activity/queries/read-events"
import { storeEvents } from "../../../src/modules/activity/queries/store-events"
import { linkVisitors } from "../../../src/modules/activity/queries/visitors"
import { Sql } from "../../../src/modules/activity/queries/sql"
import { event, prepareStore, withClient } from "./setup"

jest.setTimeout(120_000)

const DB = "cornerstore-activity-plans"
const EVENTS = 120_000
const VISITORS = 6_000
const LOGINS = 30_000
const LIMIT = 20

type PlanNode = {
  "Node Type": string
  "Relation Name"?: string
  "Index Name"?: string
  "Actual Rows"?: number
  "Actual Loops"?: number
  "Rows Removed by Filter"?: number
  Plans?: PlanNode[]
}
const answerSchema = z.tuple([
  z.object({
    "QUERY PLAN": z.tuple([z.object({ Plan: z.custom<PlanNode>() })]),
  }),
])

const nodes = (node: PlanNode): PlanNode[] => [
  node,
  ...(node.Plans ?? []).flatMap(nodes),
]

/**
 * What a plan reads: tables from end to end, and rows of events and keys. A
 * month that holds nothing yet may be looked at as it likes.
 */
function cost(plan: PlanNode) {
  const all = nodes(plan)
  return {
    scanned: all
      .filter(
        (node) =>
          node["Node Type"] === "Seq Scan" &&
          (node["Actual Rows"] || node["Rows Removed by Filter"])
      )
      .map((node) => node["Relation Name"]),
    rows: all
      .filter((node) => node["Relation Name"]?.startsWith("event"))
      .reduce(
        (sum, node) =>
          sum + (node["Actual Rows"] ?? 0) * (node["Actual Loops"] ?? 1),
        0
      ),
  }
}

describe("the store's hot paths, on a table large enough to matter", () => {
  let months: number

  beforeAll(async () => {
    await prepareStore(DB)()
    months = await withClient(DB, async (client) => {
      const { rowCount } = await client.query(
        "select from pg_inherits where inhparent = 'activity.event'::regclass"
      )
      await client.query(
        `insert into activity.visitor_identity
         select 'v' || n, 'c' || n / 2, now(), now()
           from generate_series(1, ${VISITORS}, 2) n`
      )
      await client.query(
        `insert into activity.visitor_turn
         select 'v' || n, now(), 'c' || n / 2
           from generate_series(1, ${VISITORS}, 2) n`
      )
      await client.query(
        `insert into activity.login (id, at, customer_id, outcome, provider,
           device_class, email_hash, address_hash, is_new_device, is_burst)
         select 'l' || n, now() - make_interval(secs => n), 'c' || n % 900,
                case when n % 3 = 0 then 'refused' else 'success' end,
                'emailpass', 'desktop', 'e' || n % 900, 'a' || n % 70, false, false
           from generate_series(1, ${LOGINS}) n
          where date_trunc('month', now() - make_interval(secs => n))
              = date_trunc('month', now())`
      )
      await client.query(
        `insert into activity.visitor_choice (anonymous_id, own_choice, changed_at)
         select 'v' || n, n % 3 > 0, now() from generate_series(1, ${VISITORS}) n`
      )
      await client.query(
        `insert into activity.event (received_at, occurred_at, source_id,
           message_id, type, name, anonymous_id, customer_id, properties, context)
         select date_trunc('month', now()) + make_interval(mins => n),
                date_trunc('month', now()) + make_interval(mins => n),
                's', 'm' || n, 'track', 'Event ' || n % 40, 'v' || n % ${VISITORS},
                case when n % 4 = 1 then 'c' || (n % ${VISITORS}) / 2 end,
                '{}', '{}'
           from generate_series(1, ${EVENTS}) n`
      )
      await client.query(
        `insert into activity.event_key
         select 's', 'm' || n, now() - make_interval(mins => ${EVENTS} - n)
           from generate_series(1, ${EVENTS}) n`
      )
      await client.query("vacuum analyze")
      return rowCount ?? 0
    })
    expect(months).toBeGreaterThan(2)
  })

  /** The plan that a query runs by; what it writes is taken back. */
  const planOf = (run: (sql: Sql) => Promise<unknown>) =>
    withClient(DB, async (client) => {
      const plans: PlanNode[] = []
      await client.query("begin")
      await run(explaining(client, plans))
      await client.query("rollback")
      const [plan] = plans
      if (!plan) {
        throw new Error("The query was not run")
      }
      return cost(plan)
    })

  // A page from each month at most, whatever is stored.
  const pageOfEach = () => months * (LIMIT + 1) * 3

  it.each([
    ["everybody", {}],
    ["a customer", { customer_id: "c7" }],
    ["a visitor", { anonymous_id: "v15" }],
    ["one kind of event", { name: "Event 7" }],
    ["a time", { from: new Date(0), to: new Date() }],
  ])("a page of %s is read by the index", async (_whose, filter) => {
    for (const after of [undefined, { occurred_at: new Date(), id: "500" }]) {
      const { scanned, rows } = await planOf((sql) =>
        readEvents(sql, filter, { limit: LIMIT, after })
      )
      expect(scanned).toEqual([])
      expect(rows).toBeLessThanOrEqual(pageOfEach())
    }
  })

  it("a batch is stored without reading what is there", async () => {
    const events = Array.from({ length: 50 }, (_, index) =>
      event({ message_id: `new-${index}`, anonymous_id: `v${index}` })
    )
    const { scanned } = await planOf((sql) =>
      storeEvents(sql, events, { timeZone: "UTC" })
    )
    expect(scanned).toEqual([])
  })

  it("a batch of any size is stored by the plan that is prepared for all of them", async () => {
    const plan = await withClient(DB, async (client) => {
      const plans: PlanNode[] = []
      await storeEvents(
        preparing(client, plans),
        [event({ message_id: "a" })],
        {
          timeZone: "UTC",
        }
      )
      return nodes(plans[0])
    })
    const ofKind = (kind: string) =>
      plan.filter((node) => node["Node Type"] === kind)
    expect(ofKind("Seq Scan").map((node) => node["Relation Name"])).toEqual([])
    // One list walked for each row of another would be quadratic.
    const walkedForEach = ofKind("Nested Loop").map(
      ({ Plans = [] }) => Plans[1]?.["Node Type"]
    )
    expect(walkedForEach).not.toContain("CTE Scan")
    expect(ofKind("Hash Join").length + ofKind("Merge Join").length).toBe(1)
  })

  it("what happened in days is found by blocks, when all of it is read", async () => {
    const from = new Date(Date.now() - 3 * 86_400_000)
    const plan = await withClient(DB, async (client) => {
      const plans: PlanNode[] = []
      await explaining(client, plans).query(
        `select name, count(*) from activity.event
          where occurred_at >= $1 and occurred_at < $2 group by name`,
        [from, new Date(from.getTime() + 2 * 86_400_000)]
      )
      return nodes(plans[0])
    })
    expect(plan.map((node) => node["Index Name"])).toContainEqual(
      expect.stringMatching(/_occurred_at_idx$/)
    )
  })

  it("a visitor is joined, and a log-in noted, without reading the others", async () => {
    const claims = Array.from({ length: 20 }, (_, index) => ({
      anonymous_id: `v${index}`,
      customer_id: "c7",
      at: new Date(),
    }))
    const joined = await planOf((sql) => linkVisitors(sql, claims))
    expect(joined.scanned).toEqual([])
    const noted = await planOf((sql) =>
      recordLogin(sql, {
        id: "new",
        at: new Date(),
        customer_id: "c7",
        outcome: "refused",
        provider: "emailpass",
        device: deviceOf(null),
        place: null,
        email_hash: "e7",
        address_hash: "a7",
        earlier_address_hash: "a7",
        device_hash: "d7",
      })
    )
    expect(noted.scanned).toEqual([])
  })

  it("a page of a customer's log-ins is read by the index", async () => {
    for (const after of [undefined, { at: new Date(), id: "l9" }]) {
      const { scanned } = await planOf((sql) =>
        readLogins(sql, "c7", { limit: LIMIT, after })
      )
      expect(scanned).toEqual([])
    }
    const { scanned } = await planOf((sql) =>
      summarizeLogins(sql, "c7", new Date(Date.now() - 86_400_000))
    )
    expect(scanned).toEqual([])
  })

  it("old keys are found by their time", async () => {
    const before = new Date(Date.now() - (EVENTS - 50) * 60_000)
    const { scanned } = await planOf((sql) => purgeEventKeys(sql, before, 10))
    expect(scanned).toEqual([])
  })
})

/** Runs a query and keeps the plan it ran by instead of its answer. */
function explaining(client: Client, plans: PlanNode[]): Sql {
  return {
    async query<T>(text: string, params?: unknown[]): Promise<T> {
      const { rows } = await client.query(
        `explain (analyze, format json) ${text}`,
        params
      )
      plans.push(answerSchema.parse(rows)[0]["QUERY PLAN"][0].Plan)
      return [] as T
    },
  }
}

/** Keeps the plan that a prepared statement has for whatever it is given. */
function preparing(client: Client, plans: PlanNode[]): Sql {
  return {
    async query<T>(text: string): Promise<T> {
      const { rows } = await client.query(
        `explain (generic_plan, format json) ${text}`
      )
      plans.push(answerSchema.parse(rows)[0]["QUERY PLAN"][0].Plan)
      return [] as T
    },
  }
}
