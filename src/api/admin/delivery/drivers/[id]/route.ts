import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { actorFromRequest } from "../../../../../lib/actor"
import type { AdminDriver, DriverResponse } from "../../../../../sdk/types"
import {
  deleteDeliveryDriversWorkflow,
  updateDeliveryDriversWorkflow,
} from "../../../../../workflows/delivery/drivers"
import { DRIVER_FIELDS, toAdminDriver } from "../to-wire"
import { AdminUpdateDriverType } from "../validators"

async function retrieve(
  req: Pick<AuthenticatedMedusaRequest, "params" | "scope">
): Promise<AdminDriver> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(
    {
      entity: "delivery_driver",
      fields: DRIVER_FIELDS,
      filters: { id: req.params.id },
    },
    { throwIfKeyNotFound: true }
  )
  return toAdminDriver(data[0])
}

/** A driver. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DriverResponse>
) => {
  res.json({ driver: await retrieve(req) })
}

/** Changes a driver. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminUpdateDriverType>,
  res: MedusaResponse<DriverResponse>
) => {
  const { id } = await retrieve(req)
  await updateDeliveryDriversWorkflow(req.scope).run({
    input: {
      drivers: [{ id, ...req.validatedBody }],
      actor: actorFromRequest(req),
    },
  })
  res.json({ driver: await retrieve(req) })
}

/** Takes a driver away who has nothing left to drive. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{
    id: string
    object: "delivery_driver"
    deleted: boolean
  }>
) => {
  const { id } = await retrieve(req)
  await deleteDeliveryDriversWorkflow(req.scope).run({
    input: { ids: [id], actor: actorFromRequest(req) },
  })
  res.json({ id, object: "delivery_driver", deleted: true })
}
