/**
 * Where an order stands at the POS, in words that every vendor's words are
 * mapped to, in the order in which they follow each other.
 */
export const POS_STATUSES = [
  "received",
  "preparing",
  "arrived",
  "ready",
  "out_for_delivery",
  "completed",
  "cancelled",
  "rejected",
] as const
export type PosStatus = (typeof POS_STATUSES)[number]

const RANKS: Record<PosStatus, number> = {
  received: 1,
  preparing: 2,
  arrived: 3,
  ready: 4,
  out_for_delivery: 5,
  completed: 9,
  cancelled: 9,
  rejected: 9,
}

/** Nothing follows a terminal status. */
export function isTerminal(status: PosStatus | null): boolean {
  return status !== null && RANKS[status] === 9
}

/** Vendors and their documents differ in case and blanks: `In Transit`, `InTransit`. */
const wordKey = (word: string): string =>
  word.toLowerCase().replace(/[\s_-]+/g, "")

/** The vendor's words and what each means, e.g. `{ "Filled": "ready" }`. */
export type StatusMap = Record<string, PosStatus>

/** What the vendor's word means; null when nobody has said. */
export function statusOf(word: string, map: StatusMap): PosStatus | null {
  const key = wordKey(word)
  const entry = Object.entries(map).find(([each]) => wordKey(each) === key)
  return entry ? entry[1] : null
}

/** What is known of an order's status. */
export type StatusFacts = {
  status: PosStatus | null
  external_status: string | null
  is_status_unknown: boolean
}

/** What the POS answered just now. */
export type ReportedStatus = {
  word: string
  /** Why the POS turned the order down, when it did. */
  rejected_reason: string | null
}

/**
 * What is known after an answer of the POS.
 *
 * A terminal status never moves back, a lower rank that arrives late is kept
 * as the vendor's word only, and a word nobody has mapped changes nothing but
 * that it is shown as unknown: it must never count as delivered.
 */
export function followStatus(
  known: StatusFacts,
  reported: ReportedStatus,
  map: StatusMap
): StatusFacts {
  const meant = reported.rejected_reason
    ? "rejected"
    : statusOf(reported.word, map)
  if (isTerminal(known.status)) {
    return known
  }
  if (meant === null) {
    return {
      status: known.status,
      external_status: reported.word,
      is_status_unknown: true,
    }
  }
  const moves = known.status === null || RANKS[meant] >= RANKS[known.status]
  return {
    status: moves ? meant : known.status,
    external_status: reported.word,
    is_status_unknown: false,
  }
}
