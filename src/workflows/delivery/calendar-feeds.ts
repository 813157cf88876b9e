import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../lib/actor"
import { recordAuditStep } from "../audit/steps/record-audit"
import {
  CreateFeedData,
  createCalendarFeedStep,
  revokeCalendarFeedStep,
  UpdateFeedData,
  updateCalendarFeedStep,
} from "./steps/calendar-feeds"

const resourceOf = (id: string) => ({ type: "delivery_calendar_feed", id })

export const createCalendarFeedWorkflowId = "create-delivery-calendar-feed"

/** Makes a secret link under which a calendar application reads the deliveries. */
export const createCalendarFeedWorkflow = createWorkflow(
  createCalendarFeedWorkflowId,
  (input: { feed: CreateFeedData; actor: Actor }) => {
    const feed = createCalendarFeedStep(input.feed)
    recordAuditStep(
      transform({ feed, input }, ({ feed, input }) => ({
        actor: input.actor,
        action: "delivery_calendar_feed.created",
        resource: resourceOf(feed.id),
        details: {
          name: input.feed.name,
          district_id: input.feed.district_id ?? null,
        },
      }))
    )
    return new WorkflowResponse(feed)
  }
)

export const updateCalendarFeedWorkflowId = "update-delivery-calendar-feed"

/** Renames a link, or lets it show another district. */
export const updateCalendarFeedWorkflow = createWorkflow(
  updateCalendarFeedWorkflowId,
  (input: { feed: UpdateFeedData; actor: Actor }) => {
    const feed = updateCalendarFeedStep(input.feed)
    recordAuditStep(
      transform({ feed, input }, ({ feed, input }) => ({
        actor: input.actor,
        action: "delivery_calendar_feed.updated",
        resource: resourceOf(feed.id),
        details: { name: feed.name, district_id: feed.district_id },
      }))
    )
    return new WorkflowResponse(feed)
  }
)

export const revokeCalendarFeedWorkflowId = "revoke-delivery-calendar-feed"

/** Takes a link away; it is dead with the next request. */
export const revokeCalendarFeedWorkflow = createWorkflow(
  revokeCalendarFeedWorkflowId,
  (input: { id: string; actor: Actor }) => {
    const feed = revokeCalendarFeedStep(input.id)
    recordAuditStep(
      transform({ feed, input }, ({ feed, input }) => ({
        actor: input.actor,
        action: "delivery_calendar_feed.revoked",
        resource: resourceOf(feed.id),
        details: { name: feed.name },
      }))
    )
    return new WorkflowResponse(feed)
  }
)
