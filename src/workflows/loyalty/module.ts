import { MedusaContainer } from "@medusajs/framework/types"

import { LOYALTY_POINTS_MODULE } from "../../modules/loyalty_points"
import LoyaltyPointsModuleService from "../../modules/loyalty_points/service"

/** The points module's service, typed. */
export const loyaltyService = (
  container: MedusaContainer
): LoyaltyPointsModuleService =>
  container.resolve<LoyaltyPointsModuleService>(LOYALTY_POINTS_MODULE)
