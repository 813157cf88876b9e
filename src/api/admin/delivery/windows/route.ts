import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { actorFromRequest } from "../../../../lib/actor"
import type {
  ChangeWindowResponse,
  ListWindowsResponse,
} from "../../../../sdk/types"
import { createDeliveryWindowsWorkflow } from "../../../../workflows/delivery/windows"
import { WINDOW_FIELDS } from "../query-config"
import { capacityColumns } from "../capacity-columns"
import { toAdminWindow } from "../to-wire"
import { AdminCreateWindowType, AdminGetWindowsType } from "../validators"

/** Weekly windows in order of day and time. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ListWindowsResponse>
) => {
  const { limit, offset, district_id } =
    req.validatedQuery as AdminGetWindowsType
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "delivery_window",
    fields: WINDOW_FIELDS,
    filters: district_id ? { district_id } : {},
    pagination: {
      take: limit,
      skip: offset,
      order: { weekday: "ASC", starts_at: "ASC", id: "ASC" },
    },
  })
  res.json({
    windows: data.map(toAdminWindow),
    count: metadata?.count ?? 0,
    offset,
    limit,
  })
}

/** Makes a window and, at once, its dated slots. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateWindowType>,
  res: MedusaResponse<ChangeWindowResponse>
) => {
  const { capacity, ...window } = req.validatedBody
  const { result } = await createDeliveryWindowsWorkflow(req.scope).run({
    input: {
      windows: [
        {
          lead_days: 0,
          price: 0,
          ...window,
          ...capacityColumns(capacity),
          capacity_orders: capacity.orders,
        },
      ],
      actor: actorFromRequest(req),
    },
  })
  // New slots have no bookings.
  res.json({ window: toAdminWindow(result[0]), overbooked: [] })
}
