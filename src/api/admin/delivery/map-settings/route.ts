import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../lib/actor"
import type { AdminMapSettingsResponse } from "../../../../sdk/types"
import { saveMapSettingWorkflow } from "../../../../workflows/delivery/map-and-geocoder"
import {
  MapSetting,
  retrieveMapSettings,
} from "../../../../workflows/delivery/map-setting"

/** What lies behind the districts on a map, and where the shop is. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminMapSettingsResponse>
) => {
  res.json({ map: await retrieveMapSettings(req.scope) })
}

/** Sets the style or the tiles of the map; with neither the districts alone are drawn. */
export const POST = async (
  req: AuthenticatedMedusaRequest<MapSetting>,
  res: MedusaResponse<AdminMapSettingsResponse>
) => {
  await saveMapSettingWorkflow(req.scope).run({
    input: { map: req.validatedBody, actor: actorFromRequest(req) },
  })
  res.json({ map: await retrieveMapSettings(req.scope) })
}
