import type { FactKind, VisitCount } from "../domain/facts/kinds"
import { OTHER } from "../domain/facts/kinds"
import type { Sql } from "./sql"

/** Days in the shop's zone, `YYYY-MM-DD`, both inclusive. */
export type DaySpan = { from: string; to: string }

export type Ranking = {
  total: number
  top: { value: string; count: number }[]
}

export type DayCount = { day: string; value: string; count: number }

/** How many there were of each kind, and of each count of visits. */
export type SpanTotals = {
  kinds: Partial<Record<FactKind, number>>
  visits: Partial<Record<VisitCount, number>>
}

/**
 * The most frequent values of some kinds of facts, in one walk along the index
 * of kinds and days.
 *
 * @param limit - values of each kind
 */
export async function rankFacts(
  sql: Sql,
  kinds: readonly FactKind[],
  { from, to }: DaySpan,
  limit: number
): Promise<Map<FactKind, Ranking>> {
  const rows = await sql.query<
    { kind: FactKind; value: string; count: string; total: string }[]
  >(
    `select kind, value, count, total
       from (
         select kind, value, sum(events) as count,
                sum(sum(events)) over (partition by kind) as total,
                row_number() over (partition by kind
                  order by value = '${OTHER}', sum(events) desc, value) as place
           from activity.daily_fact
          where kind = any($1) and day between $2::date and $3::date
          group by kind, value
         having sum(events) > 0
       ) ranked
      where place <= $4
      order by kind, place`,
    [kinds, from, to, limit]
  )
  const rankings = new Map<FactKind, Ranking>(
    kinds.map((kind) => [kind, { total: 0, top: [] }])
  )
  for (const { kind, value, count, total } of rows) {
    const ranking = rankings.get(kind)
    if (ranking) {
      ranking.total = Number(total)
      // What is not known by name is no value to be ranked.
      if (value !== OTHER) {
        ranking.top.push({ value, count: Number(count) })
      }
    }
  }
  return rankings
}

/** Counts of visits by day; a day without any has none. */
export async function visitDays(
  sql: Sql,
  { from, to }: DaySpan
): Promise<DayCount[]> {
  const rows = await sql.query<(Omit<DayCount, "count"> & { count: string })[]>(
    `select day::text, value, sum(events) as count
       from activity.daily_fact
      where kind = 'visit' and day between $1::date and $2::date
      group by day, value
      order by day`,
    [from, to]
  )
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

const TOTALED: FactKind[] = [
  "visit",
  "page",
  "event",
  "event_bot",
  "event_without_consent",
]

/** Everything that is shown as one number. */
export async function spanTotals(
  sql: Sql,
  { from, to }: DaySpan
): Promise<SpanTotals> {
  const rows = await sql.query<
    { kind: FactKind; value: string | null; count: string }[]
  >(
    `select kind, case when kind = 'visit' then value end as value,
            sum(events) as count
       from activity.daily_fact
      where kind = any($1) and day between $2::date and $3::date
      group by 1, 2`,
    [TOTALED, from, to]
  )
  const totals: SpanTotals = { kinds: {}, visits: {} }
  for (const { kind, value, count } of rows) {
    if (value === null) {
      totals.kinds[kind] = Number(count)
    } else {
      totals.visits[value as VisitCount] = Number(count)
    }
  }
  return totals
}

/** The first day on which anything was counted; null when none is. */
export async function firstCountedDay(sql: Sql): Promise<string | null> {
  const [row] = await sql.query<{ day: string | null }[]>(
    `select min(day)::text as day from activity.daily_fact where kind = 'event'`
  )
  return row?.day ?? null
}

/** Groups that visitors fall into by their id, each a sample of all. */
export const BUCKETS = 64

/**
 * Visits and visitors of some groups, read from the index alone.
 *
 * @param buckets - how many of the 64 groups are looked at
 */
export async function countVisitors(
  sql: Sql,
  { from, to }: DaySpan,
  buckets: number
): Promise<{ visits: number; visitors: number }> {
  const [row] = await sql.query<{ visits: number; visitors: number }[]>(
    // A day of whatever zone lies within these instants: other months are not read.
    `select count(*)::int as visits,
            count(distinct anonymous_id)::int as visitors
       from activity.visit
      where bucket = any($1::smallint[])
        and day between $2::date and $3::date
        and started_at >= ($2::date - 1)::timestamp at time zone 'UTC'
        and started_at < ($3::date + 2)::timestamp at time zone 'UTC'`,
    [Array.from({ length: buckets }, (_, bucket) => bucket), from, to]
  )
  return row ?? { visits: 0, visitors: 0 }
}
