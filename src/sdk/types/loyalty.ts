import type { Page } from "./page"

/** Points of a customer; whole numbers. */
export type LoyaltyAccount = {
  /** What can be spent now. */
  available: number
  /** Earned, but not to be spent before their `available_at`. */
  pending: number
  tier: string | null
  next_tier: string | null
  points_to_next_tier: number | null
  /** What will be lost next, soonest first. */
  expiring: { points: number; expires_at: string }[]
  referral_code: string | null
}

export type LoyaltyEntryKind =
  "earn" | "redeem" | "reverse" | "return" | "expire" | "adjust"

/** One line of the ledger. Entries are never changed, only added. */
export type LoyaltyEntry = {
  id: string
  kind: LoyaltyEntryKind
  /** Signed. */
  points: number
  /** What caused it, for example `{ type: "order", id: "order_..." }`. */
  reference: { type: string; id: string }
  available_at: string | null
  expires_at: string | null
  created_at: string
}

export type LoyaltyAccountResponse = { account: LoyaltyAccount }
export type ListLoyaltyEntriesResponse = Page & { entries: LoyaltyEntry[] }

/** By which rules points are earned. */
export type LoyaltyProgram = {
  is_active: boolean
  /** When it was last switched on; what was ordered before earns nothing. */
  active_since: string | null
  /** Points for one major unit of the order's currency. */
  points_per_unit: number
  /** Where fractions of a point are dropped: once over the order, or on every line. */
  rounding: "order" | "line"
  /** Days from the order until its points can be spent. */
  return_window_days: number
  /** Months that points last; null for ever. */
  expiry_months: number | null
}
export type LoyaltyProgramResponse = { program: LoyaltyProgram }

/** A line of the ledger with what a person at the shop needs to understand it. */
export type AdminLoyaltyEntry = LoyaltyEntry & {
  /** The order that earned or lost the points. */
  order: { id: string; display_id: number } | null
  /** Why points were given or taken by hand. */
  reason: string | null
}
export type AdminListLoyaltyEntriesResponse = Page & {
  entries: AdminLoyaltyEntry[]
}

/** Points given or taken by hand. */
export type LoyaltyAdjustment = {
  id: string
  /** Signed. */
  points: number
}
export type LoyaltyAdjustmentResponse = {
  adjustment: LoyaltyAdjustment
  account: LoyaltyAccount
}
