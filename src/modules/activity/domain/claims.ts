import { claimedCustomer } from "./identity"
import type { EventType } from "./new-event"

/** That a visitor was a customer at an instant. */
export type VisitorClaim = {
  anonymous_id: string
  customer_id: string
  at: Date
}

/** A claim, and the event that says it. */
export type EventClaim = VisitorClaim & { message_id: string }

/** The part of an event that may say who its visitor is. */
export type ClaimingEvent = {
  message_id: string
  type: EventType
  anonymous_id: string | null
  claimed_customer_id: string | null
  occurred_at: Date
  /** Of an `alias`: the id that the customer had before. */
  previous_id: string | null
}

/**
 * The visitors whom an event says to be a customer: the one it comes from, and
 * of an `alias` the one that the customer was before. A customer's id that
 * stands for a visitor is none, or one customer could take over another.
 */
export function claimsOf(event: ClaimingEvent): EventClaim[] {
  const { claimed_customer_id: customer_id, occurred_at: at } = event
  if (customer_id === null) {
    return []
  }
  const visitors = [
    event.anonymous_id,
    event.type === "alias" ? event.previous_id : null,
  ].filter(
    (visitor): visitor is string =>
      visitor !== null && visitor !== "" && claimedCustomer(visitor) === null
  )
  return [...new Set(visitors)].map((anonymous_id) => ({
    anonymous_id,
    customer_id,
    at,
    message_id: event.message_id,
  }))
}

/**
 * Puts claims in the order of time, in rounds in which each visitor occurs
 * once: a statement can decide a visitor's turn once only. The same claim within
 * a round of repeats counts with its first and its last instant.
 */
export function inRounds<Claim extends VisitorClaim>(
  claims: readonly Claim[]
): Claim[][] {
  const byVisitor = new Map<string, Claim[]>()
  for (const claim of claims.toSorted((a, b) => +a.at - +b.at)) {
    const own = byVisitor.get(claim.anonymous_id) ?? []
    byVisitor.set(claim.anonymous_id, own)
    const [before, last] = own.slice(-2)
    const isRepeat = [before, last].every(
      (other) => other?.customer_id === claim.customer_id
    )
    if (isRepeat) {
      own.pop()
    }
    own.push(claim)
  }
  const queues = [...byVisitor.values()]
  const length = Math.max(0, ...queues.map((queue) => queue.length))
  return Array.from({ length }, (_, round) =>
    queues.flatMap((queue) => queue[round] ?? [])
  )
}
