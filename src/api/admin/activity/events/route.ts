import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { ListActivityEventsResponse } from "../../../../sdk/types"
import { listActivityEvents } from "../../../../workflows/activity/list-events"
import { AdminGetActivityEventsType } from "../validators"

/** Collected events, newest first, of a visitor, a customer or everybody. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminGetActivityEventsType>,
  res: MedusaResponse<ListActivityEventsResponse>
) => {
  const { limit, cursor, event, ...filter } =
    req.validatedQuery as AdminGetActivityEventsType
  res.json(
    await listActivityEvents(
      { ...filter, name: event },
      { limit, cursor },
      req.scope
    )
  )
}
