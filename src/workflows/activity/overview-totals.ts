import type { SpanTotals } from "../../modules/activity/queries/overview"
import type { ActivityTotals } from "../../sdk/types"

/** What is counted, as shares and averages. */
export function activityTotals({
  kinds,
  visits: counted,
  visitors,
}: SpanTotals & Pick<ActivityTotals, "visitors">): ActivityTotals {
  const visits = counted.count ?? 0
  const perVisit = (count: number | undefined) =>
    visits > 0 ? (count ?? 0) / visits : null
  return {
    visitors,
    visits,
    new_visits: counted.new ?? 0,
    return_share: perVisit(counted.returning),
    bounce_share: perVisit(counted.bounces),
    pages_per_visit: perVisit(counted.pages),
    visit_seconds: perVisit(counted.seconds),
    page_views: kinds.page ?? 0,
    events: kinds.event ?? 0,
    bot_events: kinds.event_bot ?? 0,
    events_without_consent: kinds.event_without_consent ?? 0,
  }
}
