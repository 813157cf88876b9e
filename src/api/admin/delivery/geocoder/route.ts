import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../lib/actor"
import type { AdminGeocoderResponse } from "../../../../sdk/types"
import {
  parseGeocoderSetting,
  toAdminGeocoder,
} from "../../../../workflows/delivery/geocode/setting"
import { saveGeocoderWorkflow } from "../../../../workflows/delivery/map-and-geocoder"
import { deliveryService } from "../../../../workflows/delivery/module"
import { AdminSaveGeocoderType } from "./validators"

async function retrieve({
  scope,
}: Pick<AuthenticatedMedusaRequest, "scope">): Promise<AdminGeocoderResponse> {
  const stored = await deliveryService(scope).retrieveSetting("geocoder")
  return { geocoder: toAdminGeocoder(parseGeocoderSetting(stored)) }
}

/** Who is asked where an address is; null for nobody. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminGeocoderResponse>
) => {
  res.json(await retrieve(req))
}

/** Sets the geocoder, or none. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminSaveGeocoderType>,
  res: MedusaResponse<AdminGeocoderResponse>
) => {
  await saveGeocoderWorkflow(req.scope).run({
    input: { geocoder: req.validatedBody, actor: actorFromRequest(req) },
  })
  res.json(await retrieve(req))
}
