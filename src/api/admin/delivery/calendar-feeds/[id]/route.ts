import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../../lib/actor"
import type { CalendarFeedResponse } from "../../../../../sdk/types"
import {
  revokeCalendarFeedWorkflow,
  updateCalendarFeedWorkflow,
} from "../../../../../workflows/delivery/calendar-feeds"
import { retrieveCalendarFeed } from "../../../../../workflows/delivery/list-calendar-feeds"
import { AdminUpdateCalendarFeedType } from "../validators"

async function answer(
  req: Pick<AuthenticatedMedusaRequest, "params" | "scope">,
  res: MedusaResponse<CalendarFeedResponse>
): Promise<void> {
  res.set("Cache-Control", "no-store")
  res.json({
    calendar_feed: await retrieveCalendarFeed(req.params.id, req.scope),
  })
}

/** A link that works. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<CalendarFeedResponse>
) => answer(req, res)

/** Renames a link, or lets it show another district; its address stays. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminUpdateCalendarFeedType>,
  res: MedusaResponse<CalendarFeedResponse>
) => {
  await updateCalendarFeedWorkflow(req.scope).run({
    input: {
      feed: { id: req.params.id, ...req.validatedBody },
      actor: actorFromRequest(req),
    },
  })
  await answer(req, res)
}

/** Revokes a link: whoever asks under it is told that there is nothing. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{
    id: string
    object: "delivery_calendar_feed"
    deleted: boolean
  }>
) => {
  const { id } = req.params
  await revokeCalendarFeedWorkflow(req.scope).run({
    input: { id, actor: actorFromRequest(req) },
  })
  res.json({ id, object: "delivery_calendar_feed", deleted: true })
}
