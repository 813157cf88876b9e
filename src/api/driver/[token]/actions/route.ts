import { zodValidator } from "@medusajs/framework"
import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import {
  BOOKING_TAKEN,
  CASH_REQUIRED,
  CASH_SHORT,
  KEY_REUSED,
  ROUTE_CLOSED,
  ROUTE_NOT_STARTED,
  STOP_CLOSED,
} from "../../../../modules/delivery/domain/refusals"
import type { DriverState } from "../../../../sdk/types"
import { performDriverAction } from "../../../../workflows/delivery/driver-actions"
import { readDriverState } from "../../../../workflows/delivery/driver-state"
import { Refusal, refusalOf } from "../../../refusal"
import { openLink } from "../../driven-route"
import { readJson } from "../../read-json"
import { DriverActionBody, toDriverAction } from "../../validators"

/** 409: the page shows something old; 422: the driver has to say more. */
const STATUS: Record<string, number> = {
  [BOOKING_TAKEN]: 409,
  [CASH_REQUIRED]: 422,
  [CASH_SHORT]: 422,
  [KEY_REUSED]: 409,
  [ROUTE_CLOSED]: 409,
  [ROUTE_NOT_STARTED]: 409,
  [STOP_CLOSED]: 409,
}

/**
 * What a driver did; answers with the state after it. The same key again
 * changes nothing and answers alike, so a phone may repeat a call whose answer
 * it never saw.
 *
 * The body is read and validated here, not by a middleware: by then the token is
 * out of the log.
 */
export const POST = async (
  req: MedusaRequest,
  res: MedusaResponse<DriverState | Refusal>
) => {
  const { routeId } = await openLink(req, res)
  const body = await zodValidator(DriverActionBody, await readJson(req))
  try {
    await performDriverAction(
      { route_id: routeId, key: body.key, action: toDriverAction(body) },
      req.scope
    )
  } catch (error) {
    const refusal = refusalOf(error, STATUS)
    if (!refusal) {
      throw error
    }
    res.status(refusal.status).json(refusal.body)
    return
  }
  res.json(await readDriverState(routeId, req.scope))
}
