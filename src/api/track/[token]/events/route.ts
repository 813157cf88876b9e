import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { getSseHub, SseOutgoing, trackerTopic } from "../../../../lib/sse"
import { takeToken } from "../../hide-token"
import { findTracked, readTrackerState, unknownLink } from "../../read-tracked"

/** A family may watch one delivery on all its devices; more is an attack or a mistake. */
const MAX_STREAMS_PER_DELIVERY = 20
const CHANGED = { event: "changed", data: {} }

/**
 * Server-sent events of one delivery: `state` with the whole state at once and
 * after each change, `gone` when the link has stopped working meanwhile.
 *
 * What is published is only that something changed; the state is read for each
 * stream when it happens.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const token = takeToken(req)
  const booking = await findTracked(req.scope, token)
  if (!booking) {
    throw unknownLink()
  }
  const readEvent = async (): Promise<SseOutgoing> => {
    const current = await findTracked(req.scope, token)
    return current
      ? { event: "state", data: await readTrackerState(req.scope, current) }
      : { event: "gone", data: {}, end: true }
  }
  getSseHub().subscribe(trackerTopic(booking.id), req, res, {
    // Each state is whole, so there is nothing to replay.
    lastEventId: null,
    snapshot: CHANGED,
    transform: readEvent,
    maxPerTopic: MAX_STREAMS_PER_DELIVERY,
  })
}
