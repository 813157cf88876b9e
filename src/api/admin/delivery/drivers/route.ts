import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { actorFromRequest } from "../../../../lib/actor"
import type { DriverResponse, ListDriversResponse } from "../../../../sdk/types"
import { createDeliveryDriversWorkflow } from "../../../../workflows/delivery/drivers"
import { DRIVER_FIELDS, toAdminDriver } from "./to-wire"
import { AdminCreateDriverType, AdminGetDriversType } from "./validators"

/** Drivers by name. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ListDriversResponse>
) => {
  const { limit, offset, q, is_active } =
    req.validatedQuery as AdminGetDriversType
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "delivery_driver",
    fields: DRIVER_FIELDS,
    filters: {
      ...(q ? { q } : {}),
      ...(is_active === undefined ? {} : { is_active }),
    },
    pagination: {
      take: limit,
      skip: offset,
      order: { name: "ASC", id: "ASC" },
    },
  })
  res.json({
    drivers: data.map(toAdminDriver),
    count: metadata?.count ?? 0,
    offset,
    limit,
  })
}

/** Adds a driver. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateDriverType>,
  res: MedusaResponse<DriverResponse>
) => {
  const { result } = await createDeliveryDriversWorkflow(req.scope).run({
    input: { drivers: [req.validatedBody], actor: actorFromRequest(req) },
  })
  res.json({ driver: toAdminDriver(result[0]) })
}
