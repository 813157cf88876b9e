import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { actorFromRequest } from "../../../../../lib/actor"
import type {
  AdminDeliveryException,
  ChangeExceptionResponse,
  DeliveryExceptionResponse,
  ScheduleChange,
} from "../../../../../sdk/types"
import {
  deleteDeliveryExceptionsWorkflow,
  updateDeliveryExceptionsWorkflow,
} from "../../../../../workflows/delivery/exceptions"
import { capacityColumns } from "../../capacity-columns"
import { EXCEPTION_FIELDS } from "../../query-config"
import { toAdminException } from "../../to-wire"
import { AdminUpdateExceptionType } from "../../validators"

async function retrieve(
  req: Pick<AuthenticatedMedusaRequest, "params" | "scope">
): Promise<AdminDeliveryException> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(
    {
      entity: "delivery_exception",
      fields: EXCEPTION_FIELDS,
      filters: { id: req.params.id },
    },
    { throwIfKeyNotFound: true }
  )
  return toAdminException(data[0])
}

/** Days that are not like their weekday. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DeliveryExceptionResponse>
) => {
  res.json({ exception: await retrieve(req) })
}

/** Changes an exception; slots follow at once and keep what is booked. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminUpdateExceptionType>,
  res: MedusaResponse<ChangeExceptionResponse>
) => {
  const { id } = await retrieve(req)
  const { capacity, ...changes } = req.validatedBody
  const { result } = await updateDeliveryExceptionsWorkflow(req.scope).run({
    input: {
      exceptions: [{ id, ...changes, ...capacityColumns(capacity) }],
      actor: actorFromRequest(req),
    },
  })
  res.json({ exception: await retrieve(req), overbooked: result.overbooked })
}

/** Makes its days ordinary again; what is booked stays. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<
    {
      id: string
      object: "delivery_exception"
      deleted: boolean
    } & ScheduleChange
  >
) => {
  const exception = await retrieve(req)
  const { result } = await deleteDeliveryExceptionsWorkflow(req.scope).run({
    input: { exceptions: [exception], actor: actorFromRequest(req) },
  })
  res.json({
    id: exception.id,
    object: "delivery_exception",
    deleted: true,
    overbooked: result.overbooked,
  })
}
