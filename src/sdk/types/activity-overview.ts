/**
 * How a number of visitors came about. `exact`: each was counted once. `sampled`:
 * estimated from some of them, usually within two percent. `daily`: the visitors
 * of each day added up, because older visits are gone; somebody who came on two
 * days is counted twice, so that there were at most so many.
 */
export type VisitorsBasis = "exact" | "sampled" | "daily"

/** What happened in a span of days; shares are 0 to 1, null without visits. */
export type ActivityTotals = {
  /** Browsers and apps, not people: somebody with two devices is two. */
  visitors: { count: number; basis: VisitorsBasis }
  visits: number
  /** Visits of visitors who had not been here before. */
  new_visits: number
  /** Share of visits of visitors who had been here before. */
  return_share: number | null
  /** Share of visits with one page at most and nothing after ten seconds. */
  bounce_share: number | null
  pages_per_visit: number | null
  /** Average length of a visit, in seconds, from its first event to its last. */
  visit_seconds: number | null
  /** Pages and screens seen. */
  page_views: number
  /** Events of people that were kept. */
  events: number
  /** Events of machines that say so; in no other number. */
  bot_events: number
  /** Events of which only the number was kept; in no other number. */
  events_without_consent: number
}

export type ActivityDay = {
  /** `YYYY-MM-DD` in the shop's zone. */
  day: string
  visitors: number
  visits: number
  page_views: number
}

/** The most frequent values; what is not among them is in `total`. */
export type ActivityRanking = {
  total: number
  top: { value: string; count: number }[]
}

/** A product with the name it has today; null when it is gone. */
export type RankedProduct = {
  value: string
  count: number
  title: string | null
  thumbnail: string | null
}

export type ActivityOverview = {
  /** First and last day, inclusive. */
  from: string
  to: string
  /** IANA zone in which days are meant. */
  time_zone: string
  /** Instant up to which events are counted; null when none is yet. */
  counted_until: string | null
  totals: ActivityTotals
  /** The same of as many days just before; null when not all were counted. */
  previous: ActivityTotals | null
  days: ActivityDay[]
  pages: ActivityRanking
  entry_pages: ActivityRanking
  exit_pages: ActivityRanking
  /** `source / medium` of visits. */
  sources: ActivityRanking
  /** `source / medium / campaign` of visits whose address named one. */
  campaigns: ActivityRanking
  /** Hosts of other sites that led here. */
  referrers: ActivityRanking
  /** Classes: `desktop`, `mobile`, `tablet`, `other` and `unknown`. */
  devices: ActivityRanking
  searches: ActivityRanking
  products: { total: number; top: RankedProduct[] }
  /** Names of events, and types of those without. */
  events: ActivityRanking
  /** Names of machines. */
  bots: ActivityRanking
}

/** Answer of `GET /admin/activity/overview`. */
export type ActivityOverviewResponse = { overview: ActivityOverview }
