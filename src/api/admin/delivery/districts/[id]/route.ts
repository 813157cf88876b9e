import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { actorFromRequest } from "../../../../../lib/actor"
import type { AdminDistrict } from "../../../../../sdk/types"
import {
  deleteDeliveryDistrictsWorkflow,
  updateDeliveryDistrictsWorkflow,
} from "../../../../../workflows/delivery/districts"
import { DISTRICT_FIELDS } from "../../query-config"
import { toAdminDistrict } from "../../to-wire"
import { AdminUpdateDistrictType } from "../../validators"

async function retrieve(
  req: Pick<AuthenticatedMedusaRequest, "params" | "scope">
): Promise<AdminDistrict> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(
    {
      entity: "delivery_district",
      fields: DISTRICT_FIELDS,
      filters: { id: req.params.id },
    },
    { throwIfKeyNotFound: true }
  )
  return toAdminDistrict(data[0])
}

/** A district with its windows' number. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ district: AdminDistrict }>
) => {
  res.json({ district: await retrieve(req) })
}

/** Changes a district. Carts that look for slots see it at once; bookings stay. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminUpdateDistrictType>,
  res: MedusaResponse<{ district: AdminDistrict }>
) => {
  const { id } = await retrieve(req)
  await updateDeliveryDistrictsWorkflow(req.scope).run({
    input: {
      districts: [{ id, ...req.validatedBody }],
      actor: actorFromRequest(req),
    },
  })
  res.json({ district: await retrieve(req) })
}

/** Takes a district away: its windows end, nothing new is sold in its slots, what is booked stays. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{
    id: string
    object: "delivery_district"
    deleted: boolean
  }>
) => {
  const { id, name } = await retrieve(req)
  await deleteDeliveryDistrictsWorkflow(req.scope).run({
    input: { districts: [{ id, name }], actor: actorFromRequest(req) },
  })
  res.json({ id, object: "delivery_district", deleted: true })
}
