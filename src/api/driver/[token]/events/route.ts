import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { getSseHub, SseOutgoing } from "../../../../lib/sse"
import {
  findDrivenRoute,
  readDriverState,
} from "../../../../workflows/delivery/driver-state"
import { routeTopic } from "../../../../workflows/delivery/route-topic"
import { openLink } from "../../driven-route"

/** A driver has a phone or two; more is an attack or a mistake. */
const MAX_STREAMS_PER_ROUTE = 5
const CHANGED = { event: "changed", data: {} }

/**
 * Server-sent events of one route: `state` with the whole state at once and
 * after each change, `gone` when the link has stopped working meanwhile.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { routeId, token } = await openLink(req, res)
  const readEvent = async (): Promise<SseOutgoing> =>
    (await findDrivenRoute(token, req.scope))
      ? { event: "state", data: await readDriverState(routeId, req.scope) }
      : { event: "gone", data: {}, end: true }
  getSseHub().subscribe(routeTopic(routeId), req, res, {
    // Each state is whole, so there is nothing to replay.
    lastEventId: null,
    snapshot: CHANGED,
    transform: readEvent,
    maxPerTopic: MAX_STREAMS_PER_ROUTE,
  })
}
