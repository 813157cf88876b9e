import { EarningOrder } from "../../../src/modules/loyalty_points/domain/earning"
import LoyaltyPointsModuleService from "../../../src/modules/loyalty_points/service"

export const NOW = new Date("2026-05-01T10:00:00Z")
export const days = (count: number): Date =>
  new Date(NOW.getTime() + count * 86_400_000)

/** An order of one line whose base is so many points at one point a unit. */
export const orderOf = (
  id: string,
  customer_id: string,
  base: number,
  { placed_at = NOW, quantity = 1 } = {}
): EarningOrder => ({
  id,
  customer_id,
  currency_code: "usd",
  placed_at,
  lines: [{ item_id: `item_${id}`, quantity, base }],
})

/** Nothing, or so much, of what `orderOf` ordered is kept. */
export const kept = (order_id: string, quantity = 0) => ({
  order_id,
  kept: new Map([[`item_${order_id}`, quantity]]),
})

/** Points by hand; keys repeat when they are named. */
export const adjustment = (
  customer_id: string,
  points: number,
  idempotency_key: string
) => ({
  customer_id,
  points,
  reason: "Goodwill",
  idempotency_key,
  actor: { type: "user", id: "user_1" },
  expires_at: null,
})

/** Available, pending and what is in the ledger. */
export async function pointsOf(
  service: LoyaltyPointsModuleService,
  customerId: string,
  now = NOW
): Promise<{ available: number; pending: number; balance: number }> {
  const { available, pending, balance } = await service.retrieveBalance(
    customerId,
    now
  )
  return { available, pending, balance }
}
