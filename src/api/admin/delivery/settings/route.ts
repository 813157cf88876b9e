import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { getCurrentOptions } from "../../../../lib/current-options"
import type { DeliverySettingsResponse } from "../../../../sdk/types"

/** What pages about deliveries need to know of the deployment. */
export const GET = async (
  _req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DeliverySettingsResponse>
) => {
  const { timeZone, delivery } = getCurrentOptions()
  res.json({
    settings: {
      time_zone: timeZone,
      hold_minutes: delivery.holdMinutes,
      horizon_days: delivery.horizonDays,
    },
  })
}
