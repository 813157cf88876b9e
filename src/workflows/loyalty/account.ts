import { MedusaContainer } from "@medusajs/framework/types"

import type { LoyaltyAccount } from "../../sdk/types"
import { loyaltyService } from "./module"

/** A customer's points as they travel; zeros for one who never had any. */
export async function retrieveLoyaltyAccount(
  customerId: string,
  container: MedusaContainer
): Promise<LoyaltyAccount> {
  const { available, pending, expiring } = await loyaltyService(
    container
  ).retrieveBalance(customerId, new Date())
  return {
    available,
    pending,
    tier: null,
    next_tier: null,
    points_to_next_tier: null,
    expiring: expiring.map(({ points, expires_at }) => ({
      points,
      expires_at: expires_at.toISOString(),
    })),
    referral_code: null,
  }
}
