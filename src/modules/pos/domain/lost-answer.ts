/**
 * What to do about a submission whose answer was lost: the vendor may have the
 * order, and a second one would be prepared and handed out twice.
 */

/** What looking for the order at the vendor brought. */
export type LookupResult =
  | {
      kind: "found"
      external_id: string | null
      transaction_id: string | null
    }
  /** Not there by its reference; `candidates` are orders that could be it. */
  | { kind: "none"; candidates: LostCandidate[] }

/** An open order of the same customer at the vendor. */
export type LostCandidate = {
  external_id: string
  /** What it is called there now; null when the vendor does not say. */
  reference: string | null
}

export type LostAnswerDecision =
  | { kind: "adopt"; external_id: string; transaction_id: string | null }
  /** The vendor's reads lag behind: absence means nothing yet. */
  | { kind: "wait"; until: Date }
  | { kind: "resend" }
  /** Neither yes nor no can be told from here. */
  | { kind: "person"; why: "candidates" | "no_id" }

/**
 * Decides after a look-up. Sending again is right only when the order is
 * certainly not there: nothing bears its reference, the vendor's reads have
 * had time to catch up, and no unexplained order of the same customer came in
 * meanwhile (staff can edit the reference).
 *
 * @param candidates - of the look-up, without those that are other orders of ours
 * @param settleMs - how long the vendor's reads may lag behind
 */
export function decideLostAnswer({
  result,
  submittedAt,
  now,
  settleMs,
}: {
  result: LookupResult
  submittedAt: Date
  now: Date
  settleMs: number
}): LostAnswerDecision {
  if (result.kind === "found") {
    return result.external_id === null
      ? { kind: "person", why: "no_id" }
      : {
          kind: "adopt",
          external_id: result.external_id,
          transaction_id: result.transaction_id,
        }
  }
  const until = new Date(submittedAt.getTime() + settleMs)
  if (now < until) {
    return { kind: "wait", until }
  }
  return result.candidates.length
    ? { kind: "person", why: "candidates" }
    : { kind: "resend" }
}
