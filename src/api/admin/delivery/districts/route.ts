import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { actorFromRequest } from "../../../../lib/actor"
import type {
  AdminDistrict,
  ListDistrictsResponse,
} from "../../../../sdk/types"
import { createDeliveryDistrictsWorkflow } from "../../../../workflows/delivery/districts"
import { DISTRICT_FIELDS } from "../query-config"
import { toAdminDistrict } from "../to-wire"
import { AdminCreateDistrictType, AdminGetDistrictsType } from "../validators"

/** Districts by precedence. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ListDistrictsResponse>
) => {
  const { limit, offset, q } = req.validatedQuery as AdminGetDistrictsType
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "delivery_district",
    fields: DISTRICT_FIELDS,
    filters: q ? { q } : {},
    pagination: {
      take: limit,
      skip: offset,
      order: { priority: "ASC", name: "ASC" },
    },
  })
  res.json({
    districts: data.map(toAdminDistrict),
    count: metadata?.count ?? 0,
    offset,
    limit,
  })
}

/** Adds a district. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateDistrictType>,
  res: MedusaResponse<{ district: AdminDistrict }>
) => {
  const { result } = await createDeliveryDistrictsWorkflow(req.scope).run({
    input: { districts: [req.validatedBody], actor: actorFromRequest(req) },
  })
  res.json({ district: toAdminDistrict(result[0]) })
}
