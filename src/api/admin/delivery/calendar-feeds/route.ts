import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../lib/actor"
import type {
  CalendarFeedResponse,
  ListCalendarFeedsResponse,
} from "../../../../sdk/types"
import { createCalendarFeedWorkflow } from "../../../../workflows/delivery/calendar-feeds"
import {
  listCalendarFeeds,
  retrieveCalendarFeed,
} from "../../../../workflows/delivery/list-calendar-feeds"
import {
  AdminCreateCalendarFeedType,
  AdminGetCalendarFeedsType,
} from "./validators"

/** The links that work, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ListCalendarFeedsResponse>
) => {
  const page = req.validatedQuery as AdminGetCalendarFeedsType
  const { calendar_feeds, count } = await listCalendarFeeds(page, req.scope)
  res.set("Cache-Control", "no-store")
  res.json({ calendar_feeds, count, offset: page.offset, limit: page.limit })
}

/** Makes a link. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateCalendarFeedType>,
  res: MedusaResponse<CalendarFeedResponse>
) => {
  const { result } = await createCalendarFeedWorkflow(req.scope).run({
    input: { feed: req.validatedBody, actor: actorFromRequest(req) },
  })
  res.set("Cache-Control", "no-store")
  res.json({ calendar_feed: await retrieveCalendarFeed(result.id, req.scope) })
}
