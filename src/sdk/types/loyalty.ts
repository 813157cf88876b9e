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
