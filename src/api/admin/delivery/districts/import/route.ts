import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../../lib/actor"
import type { ImportDistrictsResponse } from "../../../../../sdk/types"
import { importDistrictsWorkflow } from "../../../../../workflows/delivery/import-districts"
import { toAdminDistrict } from "../../to-wire"
import { AdminImportDistrictsType } from "../../validators"

/** Makes districts of a GeoJSON FeatureCollection. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminImportDistrictsType>,
  res: MedusaResponse<ImportDistrictsResponse>
) => {
  const { result } = await importDistrictsWorkflow(req.scope).run({
    input: { ...req.validatedBody, actor: actorFromRequest(req) },
  })
  res.json({
    districts: result.districts.map(toAdminDistrict),
    skipped: result.skipped,
  })
}
