import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import type { CheckGeocoderResponse } from "../../../../../sdk/types"
import { checkGeocoder } from "../../../../../workflows/delivery/geocode/check-geocoder"
import { AdminCheckGeocoderType } from "../validators"

/** Looks an address up with the saved geocoder and says what came of it; changes nothing. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCheckGeocoderType>,
  res: MedusaResponse<CheckGeocoderResponse>
) => {
  res.json(await checkGeocoder(req.validatedBody, req.scope))
}
