/** Visits that are looked at to count their visitors. */
const MAX_LOOKED_AT = 100_000

/** Below this share of the visits too many are gone to count visitors by. */
const ENOUGH = 0.95

/**
 * How many of the groups into which visitors fall are looked at, so that an
 * answer costs the same however many visits there were.
 *
 * @param visits - that there were
 * @param groups - that there are
 */
export function groupsLookedAt(visits: number, groups: number): number {
  return visits <= MAX_LOOKED_AT
    ? groups
    : Math.max(1, Math.floor((groups * MAX_LOOKED_AT) / visits))
}

/**
 * The visitors of a span of days, who are fewer than those of each day added up.
 *
 * @param counted - by day: visits, and the visitors of each day added up
 * @param found - in the groups that were looked at
 * @param share - of the groups that were looked at, 0 to 1
 */
export function visitorsOf(
  counted: { visits: number; visitors: number },
  found: { visits: number; visitors: number },
  share: number
): { count: number; basis: "exact" | "sampled" | "daily" } {
  if (found.visits < counted.visits * share * ENOUGH) {
    return { count: counted.visitors, basis: "daily" }
  }
  return share === 1
    ? { count: found.visitors, basis: "exact" }
    : {
        count: Math.min(counted.visitors, Math.round(found.visitors / share)),
        basis: "sampled",
      }
}
