import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { actorFromRequest } from "../../../../../lib/actor"
import type {
  AdminDeliveryWindow,
  ChangeWindowResponse,
  DeliveryWindowResponse,
  ScheduleChange,
} from "../../../../../sdk/types"
import {
  deleteDeliveryWindowsWorkflow,
  updateDeliveryWindowsWorkflow,
} from "../../../../../workflows/delivery/windows"
import { capacityColumns } from "../../capacity-columns"
import { WINDOW_FIELDS } from "../../query-config"
import { toAdminWindow } from "../../to-wire"
import { AdminUpdateWindowType } from "../../validators"

async function retrieve(
  req: Pick<AuthenticatedMedusaRequest, "params" | "scope">
): Promise<AdminDeliveryWindow> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(
    {
      entity: "delivery_window",
      fields: WINDOW_FIELDS,
      filters: { id: req.params.id },
    },
    { throwIfKeyNotFound: true }
  )
  return toAdminWindow(data[0])
}

/** A weekly window. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DeliveryWindowResponse>
) => {
  res.json({ window: await retrieve(req) })
}

/** Changes a window; its dated slots follow at once and keep what is booked. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminUpdateWindowType>,
  res: MedusaResponse<ChangeWindowResponse>
) => {
  const { id } = await retrieve(req)
  const { capacity, ...changes } = req.validatedBody
  const { result } = await updateDeliveryWindowsWorkflow(req.scope).run({
    input: {
      windows: [
        {
          id,
          ...changes,
          ...capacityColumns(capacity),
        },
      ],
      actor: actorFromRequest(req),
    },
  })
  res.json({ window: await retrieve(req), overbooked: result.overbooked })
}

/** Takes a window away: its slots are closed, what is booked in them stays. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<
    {
      id: string
      object: "delivery_window"
      deleted: boolean
    } & ScheduleChange
  >
) => {
  const window = await retrieve(req)
  const { result } = await deleteDeliveryWindowsWorkflow(req.scope).run({
    input: { windows: [window], actor: actorFromRequest(req) },
  })
  res.json({
    id: window.id,
    object: "delivery_window",
    deleted: true,
    overbooked: result.overbooked,
  })
}
