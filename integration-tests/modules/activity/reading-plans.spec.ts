import { Client } from "@medusajs/framework/pg"

import {
  EventFilter,
  readEvents,
} from "../../../src/modules/activity/queries/read-events"
import { followEvents } from "../../../src/modules/activity/queries/follow-events"
import { Sql } from "../../../src/modules/activity/queries/sql"
import { blocksOf, explaining, makePastMonths, PlanNode } from "./query-cost"
import { databaseUrl, prepareStore } from "./setup"

jest.setTimeout(240_000)

const DB = "cornerstore-activity-reading-plans"
const EVENTS = 500_000
/** Months that hold events: this one and those before. */
const MONTHS = 5
const VISITORS = 25_000
const LIMIT = 50
const DAY = 24 * 60 * 60_000

/**
 * Blocks of 8 kB that a page may touch: some from each month's index, and a row
 * each. Half a month walked by mistake is a thousand.
 */
const MAX_BLOCKS = 500

describe("reading, on a table of many months", () => {
  const client = new Client({ connectionString: databaseUrl(DB) })

  beforeAll(async () => {
    await prepareStore(DB)()
    await client.connect()
    await makePastMonths(client, "event", MONTHS)
    await client.query(
      `insert into activity.visitor_identity
       select 'v' || n, 'c' || n / 4, now() - interval '40 days', now()
         from generate_series(0, ${VISITORS} - 1, 2) n`
    )
    // Some come days after they happened, as from a phone that was away.
    await client.query(
      `insert into activity.event (received_at, occurred_at, source_id,
         message_id, type, name, anonymous_id, customer_id, properties, context)
       select at, at - case when n % 40 = 0 then interval '3 days'
                            else interval '1 second' end,
              'apk_' || n % 3, 'm' || n, 'track',
              case when n % 50000 = 1 then 'Rare' else 'Event ' || n % 23 end,
              'v' || v,
              case when v % 2 = 0 and n % 3 = 0 then 'c' || v / 4 end,
              '{"product_id": "prod_1"}', '{"page": {"path": "/cake"}}'
         from generate_series(1, ${EVENTS}) n
        cross join lateral (
          select (n::bigint * 7919) % ${VISITORS} as v,
                 now() - (n::float8 / ${EVENTS} * ${MONTHS * 30 - 5})
                   * interval '1 day' as at
        ) values_of`
    )
    await client.query("vacuum analyze activity.event")
    await client.query("analyze activity.visitor_identity")
  })
  afterAll(() => client.end())

  /** Blocks that each query of a run touches. */
  const costsOf = async (run: (sql: Sql) => Promise<unknown>) => {
    const plans: PlanNode[] = []
    await run(explaining(client, plans))
    return plans.map(blocksOf)
  }
  const ago = (days: number) => new Date(Date.now() - days * DAY)

  const choices: Record<string, (index: number) => EventFilter> = {
    anonymous_id: (index) => ({
      anonymous_id: `v${(index * 7919) % VISITORS}`,
    }),
    customer_id: (index) => ({ customer_id: `c${(index * 7) % 6_000}` }),
    name: (index) => ({ name: index % 5 ? `Event ${index % 23}` : "Rare" }),
    from: (index) => ({ from: ago(60 + index) }),
    to: (index) => ({ to: ago(2 + index) }),
  }
  const names = Object.keys(choices)
  const combinations = Array.from({ length: 2 ** names.length }, (_, bits) =>
    names.filter((_name, place) => bits & (1 << place))
  )

  it.each(combinations.map((chosen) => [chosen.join(" + ") || "nothing"]))(
    "a page by %s touches little, wherever it begins",
    async (label) => {
      const chosen = combinations.find(
        (each) => (each.join(" + ") || "nothing") === label
      )
      for (let index = 0; index < 12; index++) {
        const filter = Object.assign(
          {},
          ...(chosen ?? []).map((name) => choices[name]?.(index))
        ) as EventFilter
        const after = index
          ? { occurred_at: ago(index * 11), id: "100" }
          : undefined
        const [blocks] = await costsOf((sql) =>
          readEvents(sql, filter, { limit: LIMIT, after })
        )
        expect({ filter, after, tooMany: blocks > MAX_BLOCKS }).toEqual({
          filter,
          after,
          tooMany: false,
        })
      }
    }
  )

  it("who follows pays for a page, wherever it begins", async () => {
    for (const days of [140, 90, 31, 30.5, 1, 0.01]) {
      const after = { at: ago(days).toISOString(), id: "0" }
      const range = { after, before: ago(0), limit: LIMIT }
      const blocks = await costsOf((sql) => followEvents(sql, {}, range))
      expect([days, blocks.length]).toEqual([days, 1])
      expect(Math.max(...blocks)).toBeLessThan(MAX_BLOCKS)
    }
  })

  it("who follows one customer pays for the customer's events", async () => {
    const range = {
      after: { at: ago(MONTHS * 31).toISOString(), id: "0" },
      before: ago(0),
      limit: LIMIT,
    }
    for (let index = 0; index < 20; index++) {
      const filter = { customer_id: `c${index * 7}` }
      const [blocks] = await costsOf((sql) => followEvents(sql, filter, range))
      expect(blocks).toBeLessThan(MAX_BLOCKS)
    }
  })
})
