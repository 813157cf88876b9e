import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { actorFromRequest } from "../../../../lib/actor"
import type {
  ChangeExceptionResponse,
  ListExceptionsResponse,
} from "../../../../sdk/types"
import { createDeliveryExceptionsWorkflow } from "../../../../workflows/delivery/exceptions"
import { capacityColumns } from "../capacity-columns"
import { EXCEPTION_FIELDS } from "../query-config"
import { toAdminException } from "../to-wire"
import { AdminCreateExceptionType, AdminGetExceptionsType } from "../validators"

/**
 * Exceptions by first day: those that touch the days asked for, and those that
 * say something about the district asked for, which ones of every district do.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ListExceptionsResponse>
) => {
  const { limit, offset, district_id, from, to } =
    req.validatedQuery as AdminGetExceptionsType
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "delivery_exception",
    fields: EXCEPTION_FIELDS,
    filters: {
      $and: [
        ...(to ? [{ starts_on: { $lte: to } }] : []),
        ...(from
          ? [{ $or: [{ ends_on: { $gte: from } }, { repeats_yearly: true }] }]
          : []),
        ...(district_id
          ? [{ $or: [{ district_id }, { district_id: null }] }]
          : []),
      ],
    },
    pagination: {
      take: limit,
      skip: offset,
      order: { starts_on: "ASC", id: "ASC" },
    },
  })
  res.json({
    exceptions: data.map(toAdminException),
    count: metadata?.count ?? 0,
    offset,
    limit,
  })
}

/** Closes or changes days, or adds a window for some. Slots follow at once; what is booked stays. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateExceptionType>,
  res: MedusaResponse<ChangeExceptionResponse>
) => {
  const { capacity, ...exception } = req.validatedBody
  const { result } = await createDeliveryExceptionsWorkflow(req.scope).run({
    input: {
      exceptions: [{ ...exception, ...capacityColumns(capacity) }],
      actor: actorFromRequest(req),
    },
  })
  res.json({
    exception: toAdminException(result.exceptions[0]),
    overbooked: result.overbooked,
  })
}
