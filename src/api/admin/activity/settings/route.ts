import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../lib/actor"
import { getCurrentOptions } from "../../../../lib/current-options"
import type { ActivitySettingsResponse } from "../../../../sdk/types"
import { activityService } from "../../../../workflows/activity/module"
import { updateCollectorSettingsWorkflow } from "../../../../workflows/activity/update-collector-settings"
import { AdminUpdateActivitySettingsType } from "./validators"

/** What is collected, by which rules of consent, and how long it is kept. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ActivitySettingsResponse>
) => {
  res.json({
    settings: await activityService(req.scope).retrieveCollectorSettings(),
    location: locationSource(),
  })
}

/**
 * Changes what is collected from now on; every process follows within a few
 * seconds. What was kept before stays until its time is over.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminUpdateActivitySettingsType>,
  res: MedusaResponse<ActivitySettingsResponse>
) => {
  const { result } = await updateCollectorSettingsWorkflow(req.scope).run({
    input: { changes: req.validatedBody, actor: actorFromRequest(req) },
  })
  res.json({ settings: result.after, location: locationSource() })
}

function locationSource(): ActivitySettingsResponse["location"] {
  const { countryHeader, databasePath } = getCurrentOptions().geo
  if (countryHeader) {
    return "header"
  }
  return databasePath ? "file" : null
}
