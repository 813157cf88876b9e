import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { getCurrentOptions } from "../../lib/current-options"
import type {
  DayCount,
  DaySpan,
  Ranking,
} from "../../modules/activity/queries/overview"
import { addDays, toLocalDate } from "../../modules/delivery/domain/local-time"
import type {
  ActivityDay,
  ActivityOverview,
  RankedProduct,
} from "../../sdk/types"
import { activityService } from "./module"
import { activityTotals } from "./overview-totals"

/** Values of each ranking. */
const SHOWN = 10
/** Days shown when none are asked for, today included. */
const USUAL_DAYS = 30

const RANKED = [
  ...(["page", "entry", "exit", "source", "campaign", "referrer"] as const),
  ...(["device", "search", "product_viewed", "event", "event_bot"] as const),
]

const DAY_MS = 24 * 60 * 60_000

/**
 * What visitors did on some days, from what is counted by day and from visits.
 *
 * @param span - days in the shop's zone; null for the last thirty
 */
export async function activityOverview(
  span: DaySpan | null,
  container: MedusaContainer,
  now: Date = new Date()
): Promise<ActivityOverview> {
  const service = activityService(container)
  const { timeZone } = getCurrentOptions()
  const days = span ?? usualSpan(toLocalDate(now, timeZone))
  const before = spanBefore(days)
  // One after the other: collecting needs the store's other connections.
  const totals = await service.spanTotals(days)
  const byDay = await service.visitDays(days)
  const rankings = await service.rankFacts(RANKED, days, SHOWN)
  const countedUntil = await service.countedUpTo()
  const first = await service.firstCountedDay()
  // Beside days of which only some were counted anything looks like growth.
  const previous =
    first && first <= before.from ? await service.spanTotals(before) : null
  const ranking = (kind: Parameters<typeof rankings.get>[0]): Ranking =>
    rankings.get(kind) ?? { total: 0, top: [] }
  return {
    ...days,
    time_zone: timeZone,
    counted_until: countedUntil?.toISOString() ?? null,
    totals: activityTotals(totals),
    previous: previous && activityTotals(previous),
    days: everyDay(days, byDay),
    pages: ranking("page"),
    entry_pages: ranking("entry"),
    exit_pages: ranking("exit"),
    sources: ranking("source"),
    campaigns: ranking("campaign"),
    referrers: ranking("referrer"),
    devices: ranking("device"),
    searches: ranking("search"),
    products: await withProducts(ranking("product_viewed"), container),
    events: ranking("event"),
    bots: ranking("event_bot"),
  }
}

const usualSpan = (today: string): DaySpan => ({
  from: addDays(today, 1 - USUAL_DAYS),
  to: today,
})

/** Days from the first to the last, both included. */
export function daysIn({ from, to }: DaySpan): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1
}

function spanBefore(span: DaySpan): DaySpan {
  const to = addDays(span.from, -1)
  return { from: addDays(to, 1 - daysIn(span)), to }
}

/** Also the days on which nobody came. */
function everyDay(span: DaySpan, counts: readonly DayCount[]): ActivityDay[] {
  const days = new Map<string, ActivityDay>(
    Array.from({ length: daysIn(span) }, (_, index) => {
      const day = addDays(span.from, index)
      return [day, { day, visitors: 0, visits: 0, page_views: 0 }]
    })
  )
  for (const { day, value, count } of counts) {
    const counted = days.get(day)
    const column = COLUMNS[value]
    if (counted && column) {
      counted[column] = count
    }
  }
  return [...days.values()]
}

/** Which count of visits stands in which column. */
const COLUMNS: Record<
  string,
  "visitors" | "visits" | "page_views" | undefined
> = { count: "visits", visitors: "visitors", pages: "page_views" }

async function withProducts(
  { total, top }: Ranking,
  container: MedusaContainer
): Promise<{ total: number; top: RankedProduct[] }> {
  if (!top.length) {
    return { total, top: [] }
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product",
    fields: ["id", "title", "thumbnail"],
    filters: { id: top.map(({ value }) => value) },
  })
  const known = new Map(data.map((product) => [product.id, product]))
  return {
    total,
    top: top.map((row) => ({
      ...row,
      title: known.get(row.value)?.title ?? null,
      thumbnail: known.get(row.value)?.thumbnail ?? null,
    })),
  }
}
