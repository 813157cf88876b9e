import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type {
  PreviousLink,
  VisitorLink,
} from "../../../modules/activity/queries/visitors"
import { activityService } from "../module"

export type LinkVisitorInput = {
  /** The id that the analytics client gave the browser. */
  anonymous_id: string
  /** A customer who is known to use that browser: the request has her session. */
  customer_id: string
  /** When it was so, as ISO 8601; left out, now. */
  at?: string
}

/** Links a visitor to a customer; undone, the link is what it was before. */
/**
 * Links a visitor to a customer; undone, the link is what it was before. One who
 * said no to being analysed is linked to nobody.
 */
export const linkVisitorStep = createStep(
  "link-visitor",
  async (input: LinkVisitorInput, { container }) => {
    const previous = await activityService(container).linkVisitor(
      input,
      input.at ? new Date(input.at) : undefined
    )
    return new StepResponse(input, previous && toJson(previous))
  },
  async (previous, { container }) => {
    if (previous) {
      await activityService(container).restoreVisitorLink(fromJson(previous))
    }
  }
)

type Undo = VisitorLink & {
  first_linked_at: string | null
  last_linked_at: string | null
  turn_started_at: string | null
}

/** What a step leaves behind goes through JSON. */
const toJson = (previous: PreviousLink): Undo => ({
  ...previous,
  first_linked_at: previous.first_linked_at?.toISOString() ?? null,
  last_linked_at: previous.last_linked_at?.toISOString() ?? null,
  turn_started_at: previous.turn_started_at?.toISOString() ?? null,
})

const fromJson = (undo: Undo): PreviousLink => ({
  ...undo,
  first_linked_at: instant(undo.first_linked_at),
  last_linked_at: instant(undo.last_linked_at),
  turn_started_at: instant(undo.turn_started_at),
})

const instant = (text: string | null) => (text ? new Date(text) : null)
