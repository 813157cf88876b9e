import type { FactKind } from "../domain/facts/kinds"
import { groupsLookedAt, visitorsOf } from "../domain/facts/visitors"
import { safeHorizon } from "../queries/horizon"
import {
  BUCKETS,
  countVisitors,
  DayCount,
  DaySpan,
  firstCountedDay,
  rankFacts,
  Ranking,
  spanTotals,
  SpanTotals,
  visitDays,
} from "../queries/overview"
import { foldRareValues } from "../queries/rollup-facts"
import { rollUp, RollUpResult } from "../queries/rollup"
import { countedUpTo } from "../queries/rollup-state"
import { TendingService } from "./tending"

/**
 * Events counted in one transaction: enough that it is worth one, few enough
 * that nobody else in the process waits for long.
 */
const CHUNK = 1_000

/** What remains of events: counts by day, and visits. */
export class FactsService extends TendingService {
  /**
   * Counts the next events into facts and visits, each exactly once. Whoever
   * calls it while another does is told `busy`.
   *
   * @param limit - events counted at most
   */
  async rollUp(limit: number = CHUNK): Promise<RollUpResult> {
    const manager = await this.sql()
    // Outside the transaction, which must not be taken for a writer itself.
    const horizon = await safeHorizon(manager)
    const zone = this.traits().timeZone
    return rollUp(manager, { horizon, zone, limit })
  }

  /**
   * Keeps the counts of events without consent in bounds, whatever their clients
   * call them.
   *
   * @param now - its day is still being counted and left alone
   * @returns how many values are counted as others now
   */
  async foldRareValues(now: Date = new Date()): Promise<number> {
    const zone = this.traits().timeZone
    return foldRareValues(await this.sql(), "event_without_consent", now, zone)
  }

  /** The instant up to which events are counted; null when none is yet. */
  async countedUpTo(): Promise<Date | null> {
    return countedUpTo(await this.sql())
  }

  /** What is counted of a span of days, and how many visitors it had. */
  async spanTotals(
    span: DaySpan
  ): Promise<SpanTotals & { visitors: ReturnType<typeof visitorsOf> }> {
    const sql = await this.sql()
    const totals = await spanTotals(sql, span)
    const { count = 0, visitors = 0 } = totals.visits
    const groups = groupsLookedAt(count, BUCKETS)
    const found = await countVisitors(sql, span, groups)
    return {
      ...totals,
      visitors: visitorsOf(
        { visits: count, visitors },
        found,
        groups / BUCKETS
      ),
    }
  }

  /** The first day on which anything was counted; null when none is. */
  async firstCountedDay(): Promise<string | null> {
    return firstCountedDay(await this.sql())
  }

  /** Counts of visits by day; a day without any has none. */
  async visitDays(span: DaySpan): Promise<DayCount[]> {
    return visitDays(await this.sql(), span)
  }

  /** The most frequent values of some kinds of facts. */
  async rankFacts(
    kinds: readonly FactKind[],
    span: DaySpan,
    limit: number
  ): Promise<Map<FactKind, Ranking>> {
    return rankFacts(await this.sql(), kinds, span, limit)
  }
}
