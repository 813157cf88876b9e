export const ROUNDINGS = ["order", "line"] as const
export type Rounding = (typeof ROUNDINGS)[number]

/** The rules by which points are earned, as the owner set them. */
export type ProgramRules = {
  is_active: boolean
  /** What was ordered before this instant earns nothing; null while never active. */
  active_since: Date | null
  /** Points for one major unit of the order's currency; up to six decimals count. */
  points_per_unit: number
  /** Where fractions are dropped: once over the order, or on every line. */
  rounding: Rounding
  /** Days from the order until its points can be spent. */
  return_window_days: number
  /** Months that points last; null for ever. */
  expiry_months: number | null
}

/** What a shop has that never opened the page: a programme that is off. */
export const DEFAULT_PROGRAM: ProgramRules = {
  is_active: false,
  active_since: null,
  points_per_unit: 1,
  rounding: "order",
  return_window_days: 14,
  expiry_months: null,
}

const SHORTEST_MONTH_DAYS = 28

/**
 * Whether points would be lost before they could ever be spent.
 *
 * @returns what is wrong, or null
 */
export function programProblem({
  return_window_days,
  expiry_months,
}: Pick<ProgramRules, "return_window_days" | "expiry_months">): string | null {
  return expiry_months !== null &&
    expiry_months * SHORTEST_MONTH_DAYS <= return_window_days
    ? `Points that last ${expiry_months} months would expire within the return window of ${return_window_days} days, before they can be spent: choose a longer expiry or a shorter window.`
    : null
}
