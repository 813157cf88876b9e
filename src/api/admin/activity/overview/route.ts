import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { ActivityOverviewResponse } from "../../../../sdk/types"
import { activityOverview } from "../../../../workflows/activity/overview"
import { AdminGetActivityOverviewType } from "./validators"

/** What visitors did on some days: counts, and nobody's data. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminGetActivityOverviewType>,
  res: MedusaResponse<ActivityOverviewResponse>
) => {
  const { from, to } = req.validatedQuery as AdminGetActivityOverviewType
  const span = from && to ? { from, to } : null
  res.json({ overview: await activityOverview(span, req.scope) })
}
