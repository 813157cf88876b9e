import {
  createDatabase,
  type PostgresServer,
  withClient,
} from "../../scripts/postgres"
import type { BenchApp } from "../lib/app"
import { percentile } from "../lib/stats"
import { absolute, type Figure } from "../lib/figure"
import type { CollectorPlan } from "./plan"
import { makeStore } from "./store"

const CUSTOMERS = 20_000
/** Months of events, this one included. */
const MONTHS = 13
const PAGE = 50
const WARM_UP = 20
const PAGES = 400

/**
 * What reading a customer's page and dropping a month take when a year of
 * events is stored.
 */
export async function measureLargeStore(
  { server, app }: { server: PostgresServer; app: BenchApp },
  plan: CollectorPlan,
  say: (text: string) => void
): Promise<Figure[]> {
  const url = await createDatabase(server, "large")
  const store = await makeStore(app, url)
  try {
    const stored = `${plan.stored.toLocaleString("en-US")} events stored`
    say(`waiting until there are ${stored}`)
    await fill(url, plan.stored)
    const pages: number[] = []
    for (let page = 0; page < WARM_UP + PAGES; page++) {
      const customer_id = customer((page * 7919) % CUSTOMERS)
      const started = performance.now()
      const events = await store.listEvents({ customer_id }, { limit: PAGE })
      pages.push(performance.now() - started)
      if (!events.length) {
        throw new Error(`No event of ${customer_id} was found`)
      }
    }
    const warm = pages.slice(WARM_UP)
    const drop_ms = await dropOldest(store)
    return [
      absolute(`${stored}: a customer's page, p50 ms`, percentile(warm, 0.5)),
      absolute(`${stored}: a customer's page, p99 ms`, percentile(warm, 0.99), {
        atMost: 10,
      }),
      absolute(`${stored}: dropping a month, ms`, drop_ms, { atMost: 1_000 }),
    ]
  } finally {
    await store.close()
  }
}

async function dropOldest(
  store: Awaited<ReturnType<typeof makeStore>>
): Promise<number> {
  const kept = MONTHS - 2
  const started = performance.now()
  const { dropped } = await store.dropExpiredMonths(new Date(), {
    events_months: kept,
    visits_months: kept,
    logins_months: kept,
  })
  const took = performance.now() - started
  if (dropped.length !== 1) {
    throw new Error(`Dropped ${dropped.join(", ") || "no month"}, not one`)
  }
  return took
}

const customer = (index: number): string =>
  `cus_${String(index).padStart(26, "0")}`

/** Events of a year, spread evenly over time, visitors and customers. */
async function fill(url: string, count: number): Promise<void> {
  await withClient(url, async (client) => {
    for (let month = 1; month < MONTHS; month++) {
      await client.query(
        `do $$
         declare first date := date_trunc('month', now() at time zone 'UTC')
                               - interval '${month} months';
         begin
           execute format(
             'create table activity.event_%s partition of activity.event
                for values from (%L) to (%L)',
             to_char(first, 'YYYY_MM'), first || ' 00:00Z',
             (first + interval '1 month')::date || ' 00:00Z');
         end $$`
      )
    }
    await client.query(
      `insert into activity.event (
         received_at, occurred_at, source_id, message_id, type, name,
         anonymous_id, customer_id, properties, context)
       select at, at - interval '1 second', 'source', 'm-' || i, 'track',
              'Product Viewed', 'visitor-' || i % 50000,
              'cus_' || lpad((i % $2)::text, 26, '0'),
              jsonb_build_object('product_id', 'prod_' || i % 500,
                                 'name', 'Lemon cake', 'price', 24.5),
              jsonb_build_object('page', jsonb_build_object(
                'path', '/products/cake-' || i % 500, 'title', 'Lemon cake'))
         from generate_series(1, $1::bigint) i
        cross join lateral (
          select first + (now() - first) * (i::float8 / $1) as at
            from (select date_trunc('month', now())
                           - interval '${MONTHS - 1} months' as first) start
        ) times`,
      [count, CUSTOMERS]
    )
    // A month goes when its events are counted; all of these are.
    await client.query(`update activity.rollup_state set received_at = now()`)
    await client.query("vacuum analyze activity.event")
  })
}
