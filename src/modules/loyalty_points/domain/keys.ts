/**
 * Natural keys of the ledger: each names a cause, and the table takes each once.
 * A shop's points stand or fall with them, so they never change.
 */

/** An order earns once. */
export const earnKey = (orderId: string): string => `earn:order:${orderId}`

/**
 * A reversal brings what was taken back of an order up to a total; the total is
 * part of the key, so that one order can be returned in several parts.
 *
 * @param total - points taken back of the order, this reversal included
 */
export const reverseKey = (orderId: string, total: number): string =>
  `reverse:order:${orderId}:${total}`

/** What is left of a lot is lost once. */
export const expireKey = (lotId: string): string => `expire:lot:${lotId}`

export const adjustKey = (adjustmentId: string): string =>
  `adjust:${adjustmentId}`
