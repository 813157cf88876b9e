import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import type { CollectedFiguresResponse } from "../../../../../sdk/types"
import { activityService } from "../../../../../workflows/activity/module"

const DAYS = 7

/** How many events of the last days were kept, and how many only counted. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<CollectedFiguresResponse>
) => {
  res.json({
    days: await activityService(req.scope).listCollectedFigures(DAYS),
  })
}
