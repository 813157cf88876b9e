/** What happened to the money at a door. Major units of the order's currency. */
export type CashCollected = {
  due: number
  /** What the customer handed over. */
  tendered: number
  /** What the driver gave back. */
  change: number
  /** What stays in the driver's till: `tendered - change`, at most what was due. */
  amount: number
  /** `amount - due`: zero, or below it when the customer paid too little. */
  difference: number
}

/** The minor units of every currency are within three digits; one more keeps sums exact. */
const DIGITS = 4

/**
 * Counts the cash of one delivery. More than what is due is given back as
 * change, so what is kept is never more than that.
 */
export function countCash(due: number, tendered: number): CashCollected {
  const amount = Math.min(due, tendered)
  return {
    due: exact(due),
    tendered: exact(tendered),
    change: exact(tendered - amount),
    amount: exact(amount),
    difference: exact(amount - due),
  }
}

/** Takes out what binary fractions add: 0.1 + 0.2 is 0.3. */
export function exact(amount: number): number {
  return Number(amount.toFixed(DIGITS)) || 0
}
